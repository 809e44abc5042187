<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AnswerChart</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>Everything in it is as it was: %n thing(s) compared.</source>
        <translation>
            <numerusform>Everything in it is as it was: %n thing compared.</numerusform>
            <numerusform>Everything in it is as it was: %n things compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in it are not as they were.</source>
        <translation>
            <numerusform>%n thing in it is not as it was.</numerusform>
            <numerusform>%n things in it are not as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message numerus="yes">
        <source>What is deleted stays here for %n day(s). The ledger keeps that it was there.</source>
        <translation>
            <numerusform>What is deleted stays here for %n day. The ledger keeps that it was there.</numerusform>
            <numerusform>What is deleted stays here for %n days. The ledger keeps that it was there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the bin will be erased for good, with the words that the ledger kept of them. Backups made before still hold them.</source>
        <translation>
            <numerusform>%n thing in the bin will be erased for good, with the words that the ledger kept of it. Backups made before still hold it.</numerusform>
            <numerusform>%n things in the bin will be erased for good, with the words that the ledger kept of them. Backups made before still hold them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarCommands</name>
    <message numerus="yes">
        <source>%n follow-up(s) written to {path}</source>
        <translation>
            <numerusform>%n follow-up written to {path}</numerusform>
            <numerusform>%n follow-ups written to {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseActs</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseStrip</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CasesBulk</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) reopened</source>
        <translation>
            <numerusform>%n case reopened</numerusform>
            <numerusform>%n cases reopened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) moved to the bin</source>
        <translation>
            <numerusform>%n case moved to the bin</numerusform>
            <numerusform>%n cases moved to the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) closed</source>
        <translation>
            <numerusform>%n case closed</numerusform>
            <numerusform>%n cases closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n case(s): {tags}</source>
        <translation>
            <numerusform>Tags of %n case: {tags}</numerusform>
            <numerusform>Tags of %n cases: {tags}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) got a follow-up</source>
        <translation>
            <numerusform>%n case got a follow-up</numerusform>
            <numerusform>%n cases got a follow-up</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatCommands</name>
    <message numerus="yes">
        <source>%n part(s) of conversations imported</source>
        <translation>
            <numerusform>%n part of conversations imported</numerusform>
            <numerusform>%n parts of conversations imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting in the inbox</source>
        <translation>
            <numerusform>%n waiting in the inbox</numerusform>
            <numerusform>%n waiting in the inbox</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message numerus="yes">
        <source>%n thing(s) were compared: records, ledger entries, attachments.</source>
        <translation>
            <numerusform>%n thing was compared: records, ledger entries, attachments.</numerusform>
            <numerusform>%n things were compared: records, ledger entries, attachments.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not as they were recorded.</source>
        <translation>
            <numerusform>%n thing is not as it was recorded.</numerusform>
            <numerusform>%n things are not as they were recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: “Copy list” has all of them</source>
        <translation>
            <numerusform>and %n more: “Copy list” has all of them</numerusform>
            <numerusform>and %n more: “Copy list” has all of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseCaseDialog</name>
    <message numerus="yes">
        <source>%n follow-up(s) still open: no longer needed</source>
        <translation>
            <numerusform>%n follow-up still open: no longer needed</numerusform>
            <numerusform>%n follow-ups still open: no longer needed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseCasesDialog</name>
    <message numerus="yes">
        <source>Close %n case(s)</source>
        <translation>
            <numerusform>Close %n case</numerusform>
            <numerusform>Close %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) still open: no longer needed</source>
        <translation>
            <numerusform>%n follow-up still open: no longer needed</numerusform>
            <numerusform>%n follow-ups still open: no longer needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Already closed: %n selected case(s).</source>
        <translation>
            <numerusform>Already closed: %n selected case.</numerusform>
            <numerusform>Already closed: %n selected cases.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>%n follow-up(s) wait for you.</source>
        <translation>
            <numerusform>%n follow-up wait for you.</numerusform>
            <numerusform>%n follow-ups wait for you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message numerus="yes">
        <source>%n attached file(s) are gone from their place. Attach them again.</source>
        <translation>
            <numerusform>%n attached file is gone from its place. Attach it again.</numerusform>
            <numerusform>%n attached files are gone from their place. Attach them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyList</name>
    <message numerus="yes">
        <source>%n picture(s) may not be readable. This is a hint: look at them.</source>
        <translation>
            <numerusform>%n picture may not be readable. This is a hint: look at them.</numerusform>
            <numerusform>%n pictures may not be readable. This is a hint: look at them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeadlinePlurals</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message numerus="yes">
        <source>%n follow-up(s) due: unlock to see</source>
        <translation>
            <numerusform>%n follow-up due: unlock to see</numerusform>
            <numerusform>%n follow-ups due: unlock to see</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueBulk</name>
    <message numerus="yes">
        <source>%n selected:</source>
        <translation>
            <numerusform>%n selected:</numerusform>
            <numerusform>%n selected:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueButton</name>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n due</numerusform>
            <numerusform>%n due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuePlurals</name>
    <message numerus="yes">
        <source>%n mail(s) wait to be filed</source>
        <translation>
            <numerusform>%n mail waits to be filed</numerusform>
            <numerusform>%n mails wait to be filed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Echo</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) due</source>
        <translation>
            <numerusform>%n follow-up due</numerusform>
            <numerusform>%n follow-ups due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportManyDialog</name>
    <message numerus="yes">
        <source>Export %n dossier(s)</source>
        <translation>
            <numerusform>Export %n dossier</numerusform>
            <numerusform>Export %n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) written</source>
        <translation>
            <numerusform>%n dossier written</numerusform>
            <numerusform>%n dossiers written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) without a dossier</source>
        <translation>
            <numerusform>%n case without a dossier</numerusform>
            <numerusform>%n cases without a dossier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirmPage</name>
    <message numerus="yes">
        <source>%n answer(s) of which only the day is known</source>
        <translation>
            <numerusform>%n answer of which only the day is known</numerusform>
            <numerusform>%n answers of which only the day is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation>
            <numerusform>%n still open</numerusform>
            <numerusform>%n still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them late</source>
        <translation>
            <numerusform>%n of them late</numerusform>
            <numerusform>%n of them late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown or withdrawn</source>
        <translation>
            <numerusform>%n unknown or withdrawn</numerusform>
            <numerusform>%n unknown or withdrawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>%n closed</numerusform>
            <numerusform>%n closed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldedWords</name>
    <message numerus="yes">
        <source>Show %n quoted line(s)</source>
        <translation>
            <numerusform>Show %n quoted line</numerusform>
            <numerusform>Show %n quoted lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpCommands</name>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n follow-up</numerusform>
            <numerusform>%n follow-ups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapList</name>
    <message numerus="yes">
        <source>%n finding(s) to be removed or answered before the dossier can be made.</source>
        <translation>
            <numerusform>%n finding to be removed or answered before the dossier can be made.</numerusform>
            <numerusform>%n findings to be removed or answered before the dossier can be made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open finding(s). The dossier can be made all the same.</source>
        <translation>
            <numerusform>%n open finding. The dossier can be made all the same.</numerusform>
            <numerusform>%n open findings. The dossier can be made all the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPlurals</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreviewPage</name>
    <message numerus="yes">
        <source>%n in this casebook already</source>
        <translation>
            <numerusform>%n in this casebook already</numerusform>
            <numerusform>%n in this casebook already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would file themselves</source>
        <translation>
            <numerusform>%n would file themselves</numerusform>
            <numerusform>%n would file themselves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would wait in the inbox</source>
        <translation>
            <numerusform>%n would wait in the inbox</numerusform>
            <numerusform>%n would wait in the inbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) would come in</source>
        <translation>
            <numerusform>%n message would come in</numerusform>
            <numerusform>%n messages would come in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read:</source>
        <translation>
            <numerusform>%n cannot be read:</numerusform>
            <numerusform>%n cannot be read:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportPage</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filed in a case</source>
        <translation>
            <numerusform>%n filed in a case</numerusform>
            <numerusform>%n filed in a case</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting in the inbox</source>
        <translation>
            <numerusform>%n waiting in the inbox</numerusform>
            <numerusform>%n waiting in the inbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in this casebook already, left alone</source>
        <translation>
            <numerusform>%n in this casebook already, left alone</numerusform>
            <numerusform>%n in this casebook already, left alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came another way this time; that is noted beside them</source>
        <translation>
            <numerusform>%n of them came another way this time; that is noted beside them</numerusform>
            <numerusform>%n of them came another way this time; that is noted beside them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read:</source>
        <translation>
            <numerusform>%n could not be read:</numerusform>
            <numerusform>%n could not be read:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPane</name>
    <message numerus="yes">
        <source>%n mail(s) to file</source>
        <translation>
            <numerusform>%n mail to file</numerusform>
            <numerusform>%n mails to file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>File %n sure one(s)</source>
        <translation>
            <numerusform>File %n sure one</numerusform>
            <numerusform>File %n sure ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPlurals</name>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n mail</numerusform>
            <numerusform>%n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MailCommands</name>
    <message numerus="yes">
        <source>%n mail(s) filed in {case}</source>
        <translation>
            <numerusform>%n mail filed in {case}</numerusform>
            <numerusform>%n mails filed in {case}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) filed in the cases they belong to</source>
        <translation>
            <numerusform>%n mail filed in the cases they belong to</numerusform>
            <numerusform>%n mails filed in the cases they belong to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) put back into the inbox</source>
        <translation>
            <numerusform>%n mail put back into the inbox</numerusform>
            <numerusform>%n mails put back into the inbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>File %n mail(s) in which case?</source>
        <translation>
            <numerusform>File %n mail in which case?</numerusform>
            <numerusform>File %n mails in which case?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) discarded</source>
        <translation>
            <numerusform>%n mail discarded</numerusform>
            <numerusform>%n mails discarded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MailOutCommands</name>
    <message numerus="yes">
        <source>%n mail(s) saved in {file}.</source>
        <translation>
            <numerusform>%n mail saved in {file}.</numerusform>
            <numerusform>%n mails saved in {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessagePlurals</name>
    <message numerus="yes">
        <source>This answers %n follow-up(s) that asked for it.</source>
        <translation>
            <numerusform>This answers %n follow-up that asked for it.</numerusform>
            <numerusform>This answers %n follow-ups that asked for it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficialsDialog</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PalettePlurals</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) of silence</source>
        <translation>
            <numerusform>%n hour of silence</numerusform>
            <numerusform>%n hours of silence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) of silence</source>
        <translation>
            <numerusform>%n day of silence</numerusform>
            <numerusform>%n days of silence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n exhibit</numerusform>
            <numerusform>%n exhibits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original mail(s)</source>
        <translation>
            <numerusform>%n original mail</numerusform>
            <numerusform>%n original mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) cannot be printed as they are; the dossier shows their code:</source>
        <translation>
            <numerusform>%n character cannot be printed as it is; the dossier shows its code:</numerusform>
            <numerusform>%n characters cannot be printed as they are; the dossier shows their code:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that cannot be printed stand in it as a code.</source>
        <translation>
            <numerusform>%n character that cannot be printed stands in it as a code.</numerusform>
            <numerusform>%n characters that cannot be printed stand in it as a code.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) the dossier</source>
        <translation>
            <numerusform>%n stops the dossier</numerusform>
            <numerusform>%n stop the dossier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) added</source>
        <translation>
            <numerusform>%n contact added</numerusform>
            <numerusform>%n contacts added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) added</source>
        <translation>
            <numerusform>%n exhibit added</numerusform>
            <numerusform>%n exhibits added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) added</source>
        <translation>
            <numerusform>%n promise added</numerusform>
            <numerusform>%n promises added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) added</source>
        <translation>
            <numerusform>%n request added</numerusform>
            <numerusform>%n requests added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s) or ticket number(s) added</source>
        <translation>
            <numerusform>%n reference or ticket number added</numerusform>
            <numerusform>%n references or ticket numbers added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) on transfers and loss added</source>
        <translation>
            <numerusform>%n line on transfers and loss added</numerusform>
            <numerusform>%n lines on transfers and loss added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n redacted copy(ies) made</source>
        <translation>
            <numerusform>%n redacted copy made</numerusform>
            <numerusform>%n redacted copies made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to the gap report given</source>
        <translation>
            <numerusform>%n answer to the gap report given</numerusform>
            <numerusform>%n answers to the gap report given</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) added</source>
        <translation>
            <numerusform>%n other record added</numerusform>
            <numerusform>%n other records added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) amended</source>
        <translation>
            <numerusform>%n contact amended</numerusform>
            <numerusform>%n contacts amended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) described anew</source>
        <translation>
            <numerusform>%n exhibit described anew</numerusform>
            <numerusform>%n exhibits described anew</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) answered</source>
        <translation>
            <numerusform>%n promise answered</numerusform>
            <numerusform>%n promises answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) supplied</source>
        <translation>
            <numerusform>%n request supplied</numerusform>
            <numerusform>%n requests supplied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) on transfers and loss changed</source>
        <translation>
            <numerusform>%n line on transfers and loss changed</numerusform>
            <numerusform>%n lines on transfers and loss changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to the gap report changed</source>
        <translation>
            <numerusform>%n answer to the gap report changed</numerusform>
            <numerusform>%n answers to the gap report changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) changed</source>
        <translation>
            <numerusform>%n other record changed</numerusform>
            <numerusform>%n other records changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) removed</source>
        <translation>
            <numerusform>%n contact removed</numerusform>
            <numerusform>%n contacts removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) removed</source>
        <translation>
            <numerusform>%n exhibit removed</numerusform>
            <numerusform>%n exhibits removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) on transfers and loss removed</source>
        <translation>
            <numerusform>%n line on transfers and loss removed</numerusform>
            <numerusform>%n lines on transfers and loss removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n redaction(s) taken back</source>
        <translation>
            <numerusform>%n redaction taken back</numerusform>
            <numerusform>%n redactions taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original mail(s) erased for good</source>
        <translation>
            <numerusform>%n original mail erased for good</numerusform>
            <numerusform>%n original mails erased for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) removed</source>
        <translation>
            <numerusform>%n other record removed</numerusform>
            <numerusform>%n other records removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected:</source>
        <translation>
            <numerusform>%n selected:</numerusform>
            <numerusform>%n selected:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProtectionDialog</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadyCommands</name>
    <message numerus="yes">
        <source>%n copy(ies) saved in {folder}</source>
        <translation>
            <numerusform>%n copy saved in {folder}</numerusform>
            <numerusform>%n copies saved in {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadyPlurals</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RedactionDialog</name>
    <message numerus="yes">
        <source>%n place(s) marked</source>
        <translation>
            <numerusform>%n place marked</numerusform>
            <numerusform>%n places marked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReminderPanel</name>
    <message numerus="yes">
        <source>%n follow-up(s) due</source>
        <translation>
            <numerusform>%n follow-up due</numerusform>
            <numerusform>%n follow-ups due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more on Today</source>
        <translation>
            <numerusform>and %n more on Today</numerusform>
            <numerusform>and %n more on Today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came due while Casebook was closed or the computer slept</source>
        <translation>
            <numerusform>%n came due while Casebook was closed or the computer slept</numerusform>
            <numerusform>%n came due while Casebook was closed or the computer slept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%n thing(s) in it are not as they were: check it.</source>
        <translation>
            <numerusform>%n thing in it is not as it was: check it.</numerusform>
            <numerusform>%n things in it are not as they were: check it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) that were recorded since are not in it.</source>
        <translation>
            <numerusform>%n entry that was recorded since is not in it.</numerusform>
            <numerusform>%n entries that were recorded since are not in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionEndDialog</name>
    <message numerus="yes">
        <source>With %n file(s): {names}</source>
        <translation>
            <numerusform>With %n file: {names}</numerusform>
            <numerusform>With %n files: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message numerus="yes">
        <source>%n of the selected cases</source>
        <translation>
            <numerusform>%n of the selected cases</numerusform>
            <numerusform>%n of the selected cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n case(s)</source>
        <translation>
            <numerusform>On %n case</numerusform>
            <numerusform>On %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPane</name>
    <message numerus="yes">
        <source>the oldest %n are listed</source>
        <translation>
            <numerusform>the oldest %n are listed</numerusform>
            <numerusform>the oldest %n are listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) due</source>
        <translation>
            <numerusform>%n follow-up due</numerusform>
            <numerusform>%n follow-ups due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptDialog</name>
    <message numerus="yes">
        <source>%n line(s).</source>
        <translation>
            <numerusform>%n line.</numerusform>
            <numerusform>%n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a speaker, kept as notices.</source>
        <translation>
            <numerusform>%n of them without a speaker, kept as notices.</numerusform>
            <numerusform>%n of them without a speaker, kept as notices.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n follow-up(s) due</source>
        <translation>
            <numerusform>%n follow-up due</numerusform>
            <numerusform>%n follow-ups due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchFolder</name>
    <message numerus="yes">
        <source>%n new message(s) from the watch folder</source>
        <translation>
            <numerusform>%n new message from the watch folder</numerusform>
            <numerusform>%n new messages from the watch folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filed in a case</source>
        <translation>
            <numerusform>%n filed in a case</numerusform>
            <numerusform>%n filed in a case</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read, such as {file}</source>
        <translation>
            <numerusform>%n not read, such as {file}</numerusform>
            <numerusform>%n not read, such as {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhoPanel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Plurals</name>
    <message numerus="yes">
        <source>%n mail(s) in Outlook&apos;s own format are not in it: save them one by one.</source>
        <translation>
            <numerusform>%n mail in Outlook&apos;s own format are not in it: save them one by one.</numerusform>
            <numerusform>%n mails in Outlook&apos;s own format are not in it: save them one by one.</numerusform>
        </translation>
    </message>
</context>
</TS>
