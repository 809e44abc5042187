<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add follow-up (Ctrl+U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due. Add a day to look at this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add promise (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did they say would happen, and when?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add request (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did they ask you to supply?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add ticket number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their number for this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add reference (Ctrl+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number, TxID, address, error code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a file as exhibit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenshots and files you attach appear here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Casebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A private journal for a dispute with an exchange or broker. Free software, GPL-3.0 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your casebook: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Your account at {firm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own mail addresses decide the direction of imported mail: what comes from one of them was sent by you, everything else was received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every other address you write from, one on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bound phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since, e.g. 2026-11-20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VIP tier since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day from which you had this tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VIP tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in at least one thing by which the firm knows you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentTray</name>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseChooser</name>
    <message>
        <source>Choose a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, title or firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the marked case (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new case instead (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose none (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseCommands</name>
    <message>
        <source>{number} is open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the case was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseDialog</name>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a few words, such as: withdrawal on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The facts, as you would tell a stranger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: release 1,250 USDT to my address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would put it right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With whom is the case? Type the name of the firm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the case a title: a few words on what went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange, broker, bank…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country, e.g. SG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country of the firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two letters, such as SG or GB: its public holidays do not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new firm, added with the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note your account at this firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency or coin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseHeader</name>
    <message>
        <source>Closed {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More on this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit case… (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export dossier… (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once you have written and nobody has answered yet, the case stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody owes you an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case that has come to its end stands here with its outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No closed cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Ctrl+N to open a case with this firm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cases with this firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Ctrl+N to open one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open cases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Looking for the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save mail as .eml…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this date?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer needed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept or broken…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written down yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write below what happened first: what you asked, what they said. Paste the screenshot with Ctrl+V.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseStrip</name>
    <message>
        <source>The case in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckCommands</name>
    <message>
        <source>Checking the casebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager answered. The folder is {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) checked: everything is as it was recorded</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not as they were recorded</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseCaseDialog</name>
    <message>
        <source>Close {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: paid in full on 3 December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) still open: no longer needed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Otherwise they go on ringing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A closed case keeps everything and can be reopened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The subject line, as it was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what happened, or paste a screenshot, then save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the contact took place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we talked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person or bot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a person or a bot answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person or bot?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firm&apos;s ticket number; several with commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answered: the name they gave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent&apos;s number or ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which network, forum or app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files… (Ctrl+Shift+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record this contact (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComposerText</name>
    <message>
        <source>What happened? Paste a screenshot, drop a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what was said (Ctrl+L), Ctrl+V pastes a screenshot, Ctrl+Enter saves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Crashes</name>
    <message>
        <source>Casebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you recorded is safe. The details are in the log file in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropDialog</name>
    <message>
        <source>No longer needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: they answered by phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExhibitGrid</name>
    <message>
        <source>Exhibits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>Why this day?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the explanation as one paragraph (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: you chose this time yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message>
        <source>Making the dossier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export dossier of {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the dossier into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An outsider: ombudsman, bank, court, lawyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firm itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One ZIP file, for sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One PDF, the originals, and a list by which anybody can check them without this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without exporting (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the dossier (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the place in your file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dossier is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it before you send it: it holds everything that is filed in this case. VERIFY.txt in it says how a reader can check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirmDialog</name>
    <message>
        <source>New firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two letters, such as SG or GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its public holidays are not business days when dates are counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where days are counted for this firm; empty: yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official addresses, how you checked them, when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the firm called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note an account you have at this firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the chosen account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your accounts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowUpCommands</name>
    <message>
        <source>Done: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed until {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Add follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done then?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done then? A few words are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, not before {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the guide&apos;s date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another time or task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the time yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>What you typed is not saved. Press Esc again to discard it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>In lists and fields</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filed in a case</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting in the inbox</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were in this casebook already and were left alone</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The mail is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What was read until then is kept. A second import goes on where this one stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail (*.eml *.mbox *.mbx);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose mail files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and folders to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.eml and .mbox files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every mail in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen lines off this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort automatically: by thread; the rest waits in the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which mail shall be read?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add .eml or .mbox files, or drop them here. They are copied, not moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent by you, if it comes from: {addresses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address of yours is known yet, so every mail would count as received. Note your account at the firm first, with the addresses you write from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without importing (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read these mails (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What could not be read, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all of this as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File what waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InboxPane</name>
    <message numerus="yes">
        <source>%n mail(s) to file</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File in {case}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mails to file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the case to file in (Ctrl+F, Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a case of this and file it there (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the inbox and never import again (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mail waits to be filed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import .eml or .mbox files, or drop them on this window. What belongs to a case goes there by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import mail…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobPage</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; what was already saved stays (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailCommands</name>
    <message numerus="yes">
        <source>%n mail(s) filed in {case}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>File %n mail(s) in which case?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) discarded</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Importing mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailPreview</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This casebook cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to use Casebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{work}” is still running. Stop it and quit?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MomentEdit</name>
    <message>
        <source>Time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of day, 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day: type it, or open the calendar with Alt+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How exact this time is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone: a place such as Asia/Singapore, or an offset such as +08:00</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextBanner</name>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how the date was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is done: stop reminding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this a follow-up that rings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>You may send it again today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may ask again today.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was just done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this work; what was already saved stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReminderPanel</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open case</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) due</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more on Today</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Casebook: reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-ups that have come due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See everything that is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this; nothing is answered (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find words, ticket numbers and addresses in every case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {n} latest matches: add a word to find fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Try fewer words, or a part of a ticket number, TxID or address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, names, ticket numbers, TxIDs and addresses, in every case and every mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>suggested, not before {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no time named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time was up {time}: kept or broken?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copied ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supplied {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Firm and accounts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a firm…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an exchange, broker, bank or regulator (Ctrl+Shift+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views and firms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnoozeDialog</name>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind me again, though the due date stays what it was:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze until then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze until the time beside this button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeChip</name>
    <message>
        <source>When it happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}
Click to set when it happened and how exactly you know it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>written {span} later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} · does not stop the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise: “{words}” · {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written down {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPane</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept or broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import mail…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note a problem with a firm (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in the mails you have (Ctrl+I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {what}, {when} ({place}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No follow-up is set. Log what you send, and Casebook says when to ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with the problem you have: note the case, then bring in its mails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) due</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is due</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePane</name>
    <message>
        <source>Start your first case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case is one problem with one exchange, broker or bank: a deposit that never arrived, a withdrawal on hold, a frozen account. Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log each contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be told when to act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat, mail, phone, ticket: the agent&apos;s name, the ticket number, what was promised, a screenshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When an answer is overdue, Casebook says what to do next and why today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One PDF and a folder that an ombudsman, a bank or a court can check without this program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_TimePopup</name>
    <message>
        <source>How the time is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the time is known: the report says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It happens now: let the clock run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this time (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import mail…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read .eml and .mbox files into this casebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export dossier…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the PDF and the evidence pack of this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the &amp;casebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare every record and attachment with what was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the casebook &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder that holds everything, in your file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what was just said or sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case: one problem with one firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New f&amp;irm…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an exchange, broker, bank or regulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change title, amount, claim and the remedy you want</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close or reopen case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End this case with its outcome, or take it up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add follow-&amp;up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be reminded of this case on a day you choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;promise…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note what an agent said would happen, and by when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add re&amp;quest…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note what support asked you to supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;reference…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note an order number, TxID, address or error code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Waiting on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Closed cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find words, ticket numbers and addresses in every case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark as the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;anguage of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How to use Casebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of log files, in your file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Casebook</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>case_dialog</name>
    <message>
        <source>UID {uid}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>due_words</name>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises that run out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail to file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coming up in 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resend by {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge by {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised: “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept or broken? Note it on the case page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filed mail starts the clocks of its case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran out {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You set this yourself on {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snoozed until {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>inbox_model</name>
    <message>
        <source>same thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names {ticket}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the only open case of the account {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n mail(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n attachment(s)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticket number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exhibit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not filed yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self._window</name>
    <message>
        <source>Another window has this casebook open. Go on there, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sidebar</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soon_words</name>
    <message>
        <source>In 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This evening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next business day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 48 hours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>help centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticket or web form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>social media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VIP desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in-app message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payment provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ombudsman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trade or order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity check (KYC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account frozen or restricted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product or promotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TxID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wallet address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trading pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not supplied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supplied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto-reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attached to a mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the mail&apos;s Date header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the mail&apos;s Received header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from this computer&apos;s clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system refused: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system refused {where}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Casebook made a mistake ({kind}: {words}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>dddd d MMMM</source>
        <comment>Qt date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>Qt date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>Qt date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>Qt date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>Qt date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n minute(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n day(s) late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
