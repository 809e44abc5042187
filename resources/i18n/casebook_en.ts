<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
    <name>ExplainDialog</name>
    <message numerus="yes">
        <source>%n minute(s) from then</source>
        <translation>
            <numerusform>%n minute from then</numerusform>
            <numerusform>%n minutes from then</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) from then</source>
        <translation>
            <numerusform>%n hour from then</numerusform>
            <numerusform>%n hours from then</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
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
        <source>%n were in this casebook already and were left alone</source>
        <translation>
            <numerusform>%n was in this casebook already and was left alone</numerusform>
            <numerusform>%n were in this casebook already and were left alone</numerusform>
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
    <name>TodayPane</name>
    <message numerus="yes">
        <source>%n follow-up(s) due</source>
        <translation>
            <numerusform>%n follow-up due</numerusform>
            <numerusform>%n follow-ups due</numerusform>
        </translation>
    </message>
</context>
</TS>
