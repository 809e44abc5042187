<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Casebook</source>
        <translation>关于 Casebook</translation>
    </message>
    <message>
        <source>A private journal for a dispute with an exchange or broker. Free software, GPL-3.0 or later.</source>
        <translation>与交易所或券商发生纠纷时的私人记录。自由软件，GPL-3.0 或更高版本。</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Your casebook: {folder}</source>
        <translation>您的案件簿：{folder}</translation>
    </message>
</context>
<context>
    <name>AcceptDialog</name>
    <message>
        <source>Accept this ledger</source>
        <translation>接受这份账本</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>This computer saw entries that are not there any more, or are others now. That is right if you put back an older copy yourself. If you did not, somebody else changed the casebook: close it and restore a backup.</source>
        <translation>本机见过的条目现在不见了，或已变成别的。如果是您自己放回了较早的副本，这是正常的。如果不是，就是有人改动了案件簿：请关闭它并恢复备份。</translation>
    </message>
    <message>
        <source>Such as: copied back from a USB stick after the disk failed</source>
        <translation>例如：硬盘损坏后从 U 盘拷回</translation>
    </message>
    <message>
        <source>Why it is right</source>
        <translation>为什么是对的</translation>
    </message>
    <message>
        <source>The ledger says so from now on, with this reason.</source>
        <translation>账本从此写明此事及原因。</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Your account at {firm}</source>
        <translation>您在 {firm} 的账户</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Your own mail addresses decide the direction of imported mail: what comes from one of them was sent by you, everything else was received.</source>
        <translation>导入邮件的方向由您自己的邮箱地址决定：从这些地址发出的是您发送的，其余都是收到的。</translation>
    </message>
    <message>
        <source>Name and address</source>
        <translation>姓名和地址</translation>
    </message>
    <message>
        <source>As the firm has them; they stand on the dossier&apos;s front page.</source>
        <translation>按平台登记的填写，会印在卷宗首页。</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Registered mail address</source>
        <translation>注册邮箱</translation>
    </message>
    <message>
        <source>Other addresses</source>
        <translation>其他邮箱</translation>
    </message>
    <message>
        <source>Every other address you write from, one on each line.</source>
        <translation>您还会用来发信的其他邮箱，每行一个。</translation>
    </message>
    <message>
        <source>Bound phone</source>
        <translation>绑定手机</translation>
    </message>
    <message>
        <source>Number and hours, where they can reach you</source>
        <translation>号码及方便接听的时间</translation>
    </message>
    <message>
        <source>To call you back</source>
        <translation>回电方式</translation>
    </message>
    <message>
        <source>The day on which you opened the account: asked for when it was taken over</source>
        <translation>您注册账户的日期：账户被盗时客服会询问</translation>
    </message>
    <message>
        <source>From which IP addresses you usually log in</source>
        <translation>您平时登录所用的 IP 地址</translation>
    </message>
    <message>
        <source>Usual IP addresses</source>
        <translation>常用 IP 地址</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>注册日期</translation>
    </message>
    <message>
        <source>seen on, e.g. 2026-11-20</source>
        <translation>查看日期，如 2026-11-20</translation>
    </message>
    <message>
        <source>VIP tier seen on</source>
        <translation>VIP 等级查看日期</translation>
    </message>
    <message>
        <source>The day on which you had this tier; left out: today</source>
        <translation>您处于该等级的日期；留空则为今天</translation>
    </message>
    <message>
        <source>VIP tier</source>
        <translation>VIP 等级</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Fill in at least one thing by which the firm knows you.</source>
        <translation>请至少填写一项平台用来识别您的信息。</translation>
    </message>
</context>
<context>
    <name>AdviceCommands</name>
    <message>
        <source>Looking for advice</source>
        <translation>正在查找建议</translation>
    </message>
</context>
<context>
    <name>AdvicePane</name>
    <message>
        <source>About the chosen one</source>
        <translation>关于所选项</translation>
    </message>
</context>
<context>
    <name>AgainDialog</name>
    <message>
        <source>Looked up again</source>
        <translation>重新查证</translation>
    </message>
    <message>
        <source>It is still right</source>
        <translation>仍然正确</translation>
    </message>
    <message>
        <source>How you know</source>
        <translation>您如何得知</translation>
    </message>
    <message>
        <source>Where you looked it up just now.</source>
        <translation>您刚才在哪里查证的。</translation>
    </message>
</context>
<context>
    <name>AmendDialog</name>
    <message>
        <source>Amend contact</source>
        <translation>更正联系记录</translation>
    </message>
    <message>
        <source>Correct contact</source>
        <translation>修正联系记录</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>The earlier words stay readable, here and in the dossier.</source>
        <translation>原来的内容仍可查看，在这里和卷宗中都是如此。</translation>
    </message>
    <message>
        <source>It is new, so it is corrected as it stands. With a reason, earlier words stay readable.</source>
        <translation>这是新记录，可直接修正。若写明理由，原来的内容仍可查看。</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>真人</translation>
    </message>
    <message>
        <source>A bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Such as: misread the time on the screenshot</source>
        <translation>例如：看错了截图上的时间</translation>
    </message>
    <message>
        <source>Say in a few words why you change it: the reason stays with the earlier words.</source>
        <translation>请简单说明为什么更正，理由会与原来的内容一起保留。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Person or bot</source>
        <translation>真人还是机器人</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>客服工号</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台名称</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason, if any</source>
        <translation>理由（可不填）</translation>
    </message>
</context>
<context>
    <name>AnnotateDialog</name>
    <message>
        <source>Role and translation</source>
        <translation>身份和译文</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Such as: support, supervisor, account manager</source>
        <translation>例如：客服、主管、客户经理</translation>
    </message>
    <message>
        <source>Role of the agent</source>
        <translation>客服身份</translation>
    </message>
    <message>
        <source>Your own translation of the words above</source>
        <translation>您对上文的译文</translation>
    </message>
    <message>
        <source>The dossier prints it beside the original and marks it as yours</source>
        <translation>卷宗会把它印在原文旁边，并注明是您的译文</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
</context>
<context>
    <name>AnswerChart</name>
    <message>
        <source>one answer only</source>
        <translation>只有一次答复</translation>
    </message>
    <message>
        <source>median {span}</source>
        <translation>中位数 {span}</translation>
    </message>
    <message>
        <source>average {span}</source>
        <translation>平均 {span}</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n 次答复</numerusform>
        </translation>
    </message>
    <message>
        <source>quickest {first}, slowest {last}</source>
        <translation>最快 {first}，最慢 {last}</translation>
    </message>
    <message>
        <source>How long answers take</source>
        <translation>答复用时</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>What became of the promise</source>
        <translation>承诺的结果</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>期限 {time}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>To be seen on</source>
        <translation>见于证物</translation>
    </message>
    <message>
        <source>The exhibit that shows the promise itself</source>
        <translation>显示该承诺本身的证物</translation>
    </message>
    <message>
        <source>Then write to them about it</source>
        <translation>随后就此写信给对方</translation>
    </message>
    <message>
        <source>Opens a message that quotes the promise and its date</source>
        <translation>打开一封信件，引用该承诺及其日期</translation>
    </message>
    <message>
        <source>How do you know that it was broken? Where nobody can tell, choose “Not known”.</source>
        <translation>您如何知道承诺未兑现？如无法判断，请选择“不明”。</translation>
    </message>
    <message>
        <source>Kept: it happened</source>
        <translation>已兑现：确实做到了</translation>
    </message>
    <message>
        <source>Broken: the time is up and it did not happen</source>
        <translation>未兑现：时间已过，没有做到</translation>
    </message>
    <message>
        <source>Not known: the time is up and nobody can tell</source>
        <translation>不明：期限已过，无法判断</translation>
    </message>
    <message>
        <source>Withdrawn: they took it back</source>
        <translation>已收回：对方收回了承诺</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>尚无结果</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>您是怎么知道的？</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>AttachmentTray</name>
    <message>
        <source>{name} waits here already, as {same}: it is not attached twice.</source>
        <translation>{name} 已在这里，名为 {same}：不会重复附上。</translation>
    </message>
    <message>
        <source>{name} is the same file as {same} of this case. Take it out if you did not mean it.</source>
        <translation>{name} 与本案的 {same} 是同一个文件。若非有意，请移除。</translation>
    </message>
    <message>
        <source>Making a picture of what was pasted</source>
        <translation>正在处理粘贴的图片</translation>
    </message>
    <message>
        <source>There is no room for this picture. Save it to a file, and attach that.</source>
        <translation>内存不足，无法保留这张图片。请先把它存成文件，再附上该文件。</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Looking at a picture</source>
        <translation>查看图片</translation>
    </message>
</context>
<context>
    <name>BackupCommands</name>
    <message>
        <source>Looking for backups</source>
        <translation>正在查看备份</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Check of a backup</source>
        <translation>备份检查</translation>
    </message>
    <message>
        <source>Checking the backup</source>
        <translation>正在检查备份</translation>
    </message>
    <message>
        <source>Restoring a backup</source>
        <translation>正在恢复备份</translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
</context>
<context>
    <name>BackupRules</name>
    <message>
        <source>When the window is closed</source>
        <translation>关闭窗口时</translation>
    </message>
    <message>
        <source>Once a day while it is open</source>
        <translation>打开期间每天一次</translation>
    </message>
    <message>
        <source>and one a month for ever</source>
        <translation>每月一份永久保留</translation>
    </message>
    <message>
        <source>How many of the last backups are kept</source>
        <translation>保留最近多少份备份</translation>
    </message>
    <message>
        <source>For how many days one backup a day is kept</source>
        <translation>每天一份的备份保留多少天</translation>
    </message>
    <message>
        <source>Made by itself</source>
        <translation>自动备份</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>one a day for</source>
        <translation>每天一份，保留</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天，</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n 个附件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>There is no backup yet. “Back up now” makes the first one; after that they are made by themselves.</source>
        <translation>还没有备份。点“立即备份”创建第一份，之后会自动备份。</translation>
    </message>
    <message>
        <source>Not there now: {folders}. Connect the drive to see the backups on it.</source>
        <translation>现在找不到：{folders}。连接该磁盘即可看到其中的备份。</translation>
    </message>
    <message>
        <source>The backup was made, but it is not whole. Check the casebook itself.</source>
        <translation>备份已做好，但不完整。请检查案件簿本身。</translation>
    </message>
    <message>
        <source>The backup is made, opened and checked: {size}.</source>
        <translation>备份已做好，并已打开检查：{size}。</translation>
    </message>
    <message>
        <source>Nothing has changed since the backup of {time}.</source>
        <translation>自 {time} 的备份以来没有变化。</translation>
    </message>
    <message numerus="yes">
        <source>Everything in it is as it was: %n thing(s) compared.</source>
        <translation>
            <numerusform>其中一切如初：共比对 %n 项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in it are not as they were.</source>
        <translation>
            <numerusform>其中有 %n 项已与当初不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was left behind.</source>
        <translation>已停止，没有留下任何东西。</translation>
    </message>
    <message>
        <source>Put backups into</source>
        <translation>备份存放到</translation>
    </message>
    <message>
        <source>In the casebook&apos;s own folder</source>
        <translation>案件簿自己的文件夹</translation>
    </message>
    <message>
        <source>That is the disk the casebook is on: one accident could take both. Choose a folder on another.</source>
        <translation>这与案件簿在同一块磁盘上：一次意外可能两者尽失。请选择另一块磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>A backup is a whole casebook. It is opened and compared as soon as it is made, and counts only then; “Check” reads every attachment in it as well.</source>
        <translation>每个备份都是一份完整的案件簿。备份做好后会立即打开并比对，通过后才算数；“检查”还会读取其中的每个附件。</translation>
    </message>
    <message>
        <source>They go to</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Best on a drive that is not always connected</source>
        <translation>最好放在平时不连接的磁盘上</translation>
    </message>
    <message>
        <source>Use the own folder</source>
        <translation>用自己的文件夹</translation>
    </message>
    <message>
        <source>Put backups into the casebook&apos;s folder again</source>
        <translation>重新把备份放回案件簿文件夹</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Open this backup and compare every record and attachment in it</source>
        <translation>打开此备份，比对其中每条记录和每个附件</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Make a casebook of this backup again: in another folder, or in the place of this one</source>
        <translation>把此备份恢复成案件簿：放到其他文件夹，或替换当前案件簿</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open the place in your file manager</source>
        <translation>在文件管理器中打开所在位置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Make a backup, open it and check it (Enter)</source>
        <translation>创建备份、打开并检查（Enter）</translation>
    </message>
</context>
<context>
    <name>BinCommands</name>
    <message>
        <source>The contact</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>{what} is in the bin</source>
        <translation>{what} 已放入回收站</translation>
    </message>
    <message>
        <source>{what} is back where it was</source>
        <translation>{what} 已放回原处</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>What you delete can be put back from here.</source>
        <translation>您删除的内容可以从这里放回。</translation>
    </message>
    <message>
        <source>What is in the bin</source>
        <translation>回收站中的内容</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Put it back where it was (Enter)</source>
        <translation>放回原处 (Enter)</translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Erase everything in the bin for good</source>
        <translation>永久删除回收站中的全部内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>What is deleted stays here for %n day(s). The ledger keeps that it was there.</source>
        <translation>
            <numerusform>删除的内容在这里保留 %n 天。账本会留下它曾存在的记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the bin will be erased for good, with the words that the ledger kept of them. Backups made before still hold them.</source>
        <translation>
            <numerusform>回收站中的 %n 项将被永久删除，账本中保存的相应文字也一并删除。此前的备份中仍有这些内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the bin</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>deleted {time}</source>
        <translation>{time} 删除</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Buttons</name>
    <message>
        <source>My templates…</source>
        <translation>我的模板…</translation>
    </message>
    <message>
        <source>Change the words for good</source>
        <translation>永久修改这些文字</translation>
    </message>
    <message>
        <source>Forget your changes and make it from the record</source>
        <translation>放弃您的修改，根据记录重新生成</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close; your changes are kept (Esc)</source>
        <translation>关闭；您的修改会保留 (Esc)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the words</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Open it as a new mail, without attachments</source>
        <translation>作为新邮件打开，不含附件</translation>
    </message>
    <message>
        <source>Open in mail program</source>
        <translation>在邮件程序中打开</translation>
    </message>
    <message>
        <source>Log it, and be reminded when to ask again (Ctrl+Enter)</source>
        <translation>记录下来，并在可以催问时提醒 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>I sent it…</source>
        <translation>我已发送…</translation>
    </message>
    <message>
        <source>Count the waiting, and keep what is said (Ctrl+Enter)</source>
        <translation>计时等待，并记录通话内容 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Start the call</source>
        <translation>开始通话</translation>
    </message>
    <message>
        <source>Save as a document…</source>
        <translation>保存为文档…</translation>
    </message>
    <message>
        <source>Save as a mail…</source>
        <translation>保存为邮件…</translation>
    </message>
    <message>
        <source>Save it as an unsent mail (.eml) with its attachments</source>
        <translation>保存为含附件的未发送邮件 (.eml)</translation>
    </message>
    <message>
        <source>Save it as a document (.docx) or as text (.txt)</source>
        <translation>保存为文档 (.docx) 或文本 (.txt)</translation>
    </message>
</context>
<context>
    <name>CalendarCommands</name>
    <message>
        <source>Write a calendar file</source>
        <translation>写入日历文件</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) written to {path}</source>
        <translation>
            <numerusform>已将 %n 条待办写入 {path}</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing the calendar file</source>
        <translation>正在写入日历文件</translation>
    </message>
    <message>
        <source>All follow-ups</source>
        <translation>所有待办</translation>
    </message>
    <message>
        <source>Those of {case}</source>
        <translation>{case} 的待办</translation>
    </message>
</context>
<context>
    <name>CalendarDialog</name>
    <message>
        <source>Follow-ups for your phone</source>
        <translation>手机上的待办</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>A phone rings where this computer is off. Open the file on it, or keep one in a folder that its calendar reads. What you answer here is taken off there when the file is read again.</source>
        <translation>这台电脑关着时，手机仍会响。请在手机上打开该文件，或把它放在手机日历会读取的文件夹里。您在这里答复后，手机再次读取文件时该待办就会取消。</translation>
    </message>
    <message>
        <source>Write a file…</source>
        <translation>写入文件…</translation>
    </message>
    <message>
        <source>Choose where the calendar file goes, and write it now</source>
        <translation>选择日历文件的位置并立即写入</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Write once</source>
        <translation>写一次</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>无文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the file that is kept up to date</source>
        <translation>选择要保持最新的文件</translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>日历文件</translation>
    </message>
    <message>
        <source>Keep up to date</source>
        <translation>保持最新</translation>
    </message>
    <message>
        <source>All follow-ups, written anew after each change. Empty: no file is kept.</source>
        <translation>包含所有待办，每次更改后重新写入。留空表示不保留文件。</translation>
    </message>
    <message>
        <source>What is to be done, with firm and case</source>
        <translation>要做的事、平台和案件</translation>
    </message>
    <message>
        <source>Only the number of the case</source>
        <translation>只写案件编号</translation>
    </message>
    <message>
        <source>A calendar is often copied to other computers.</source>
        <translation>日历常会被复制到其他电脑上。</translation>
    </message>
    <message>
        <source>This casebook is encrypted, and a calendar file is not.</source>
        <translation>这个案件簿已加密，而日历文件没有加密。</translation>
    </message>
    <message>
        <source>It says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
</context>
<context>
    <name>CaptureCommands</name>
    <message>
        <source>Which case does it belong to?</source>
        <translation>它属于哪个案件？</translation>
    </message>
    <message>
        <source>Recorded in C-{number}.</source>
        <translation>已记入 C-{number}。</translation>
    </message>
</context>
<context>
    <name>CaseActs</name>
    <message>
        <source>&amp;Close…</source>
        <translation>结案(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Reopen</source>
        <translation>重新打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>标签(&amp;T)…</translation>
    </message>
    <message>
        <source>Add follow-&amp;up…</source>
        <translation>添加待办(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Close all selected cases with one outcome</source>
        <translation>用同一个结果结掉所有选中的案件</translation>
    </message>
    <message>
        <source>Take all selected cases up again</source>
        <translation>重新打开所有选中的案件</translation>
    </message>
    <message>
        <source>Give all selected cases a tag, or take one away</source>
        <translation>给所有选中的案件加上或去掉标签</translation>
    </message>
    <message>
        <source>Add the same follow-up to all selected cases</source>
        <translation>给所有选中的案件添加同一个待办</translation>
    </message>
    <message>
        <source>Write the dossier of each selected case into one folder</source>
        <translation>把每个选中案件的卷宗写入同一个文件夹</translation>
    </message>
    <message>
        <source>Put all selected cases into the bin</source>
        <translation>把所有选中的案件放入回收站</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个案件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseBar</name>
    <message>
        <source>&amp;Sort by</source>
        <translation>排序方式(&amp;S)</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>反过来</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>分组方式(&amp;G)</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>&amp;Only</source>
        <translation>只显示(&amp;O)</translation>
    </message>
    <message>
        <source>Due or overdue</source>
        <translation>到期或逾期</translation>
    </message>
    <message>
        <source>Waiting on them</source>
        <translation>等待对方</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the cases</source>
        <translation>筛选案件</translation>
    </message>
    <message>
        <source>Words, #tag, @firm, is:waiting; a minus leaves out, such as -#tax (Ctrl+Shift+Y)</source>
        <translation>文字、#标签、@平台、状态:等待；前面加减号表示排除，例如 -#税务 (Ctrl+Shift+Y)</translation>
    </message>
    <message>
        <source>Sort, group and filter the cases</source>
        <translation>排序、分组和筛选案件</translation>
    </message>
</context>
<context>
    <name>CaseBody</name>
    <message>
        <source>Nothing is written down yet</source>
        <translation>还没有任何记录</translation>
    </message>
    <message>
        <source>Write below what happened first: what you asked, what they said. Ctrl+V pastes a screenshot.</source>
        <translation>请在下方先写下发生了什么：您问了什么，对方说了什么。Ctrl+V 可粘贴截图。</translation>
    </message>
</context>
<context>
    <name>CaseChooser</name>
    <message>
        <source>Choose a case</source>
        <translation>选择案件</translation>
    </message>
    <message>
        <source>Number, title or firm</source>
        <translation>编号、标题或平台</translation>
    </message>
    <message>
        <source>Search the cases</source>
        <translation>搜索案件</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>No case has these words.</source>
        <translation>没有案件包含这些文字。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose the marked case (Enter)</source>
        <translation>选择所标记的案件 (Enter)</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>新建案件…</translation>
    </message>
    <message>
        <source>Make a new case instead (Ctrl+N)</source>
        <translation>改为新建案件 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose none (Esc)</source>
        <translation>不选择 (Esc)</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结案</translation>
    </message>
</context>
<context>
    <name>CaseCommands</name>
    <message>
        <source>{number} is open again</source>
        <translation>{number} 已重新打开</translation>
    </message>
    <message>
        <source>the case was closed</source>
        <translation>案件已结案</translation>
    </message>
    <message>
        <source>{number} is closed</source>
        <translation>{number} 已结案</translation>
    </message>
</context>
<context>
    <name>CaseDialog</name>
    <message>
        <source>New case</source>
        <translation>新建案件</translation>
    </message>
    <message>
        <source>Edit {number}</source>
        <translation>编辑 {number}</translation>
    </message>
    <message>
        <source>Create case</source>
        <translation>创建案件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>In a few words, such as: withdrawal on hold</source>
        <translation>用几个字概括，例如：提币被冻结</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Kind of problem</source>
        <translation>问题类型</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Web or app, which device, which version</source>
        <translation>网页或应用、设备及版本</translation>
    </message>
    <message>
        <source>Where you saw it</source>
        <translation>出现位置</translation>
    </message>
    <message>
        <source>The facts, as you would tell a stranger</source>
        <translation>事实经过，就像讲给陌生人听</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>出了什么问题</translation>
    </message>
    <message>
        <source>Step by step: what you did, what you tried</source>
        <translation>逐步说明：您做了什么、尝试过什么</translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>您的操作步骤</translation>
    </message>
    <message>
        <source>Such as: release 1,250 USDT to my address</source>
        <translation>例如：把 1,250 USDT 放行到我的地址</translation>
    </message>
    <message>
        <source>What would put it right</source>
        <translation>希望怎样解决</translation>
    </message>
    <message>
        <source>Such as: vip, tax; with commas between them</source>
        <translation>例如：vip, 税务；用逗号隔开</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>With whom is the case? Type the name of the firm.</source>
        <translation>与谁的纠纷？请输入平台名称。</translation>
    </message>
    <message>
        <source>Give the case a title: a few words on what went wrong.</source>
        <translation>请给案件起个标题：用几个字说明出了什么问题。</translation>
    </message>
    <message>
        <source>Named in the mails</source>
        <translation>邮件中提到</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>For the dossier</source>
        <translation>用于卷宗</translation>
    </message>
    <message>
        <source>Exchange, broker, bank…</source>
        <translation>交易所、券商、银行…</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Kind of firm</source>
        <translation>平台类型</translation>
    </message>
    <message>
        <source>Country, e.g. SG</source>
        <translation>国家，如 SG</translation>
    </message>
    <message>
        <source>Country of the firm</source>
        <translation>平台所在国家</translation>
    </message>
    <message>
        <source>Two letters, such as SG or GB: its public holidays do not count</source>
        <translation>两个字母，如 SG 或 GB：计算工作日时跳过该国公众假日</translation>
    </message>
    <message>
        <source>This firm is new: it is added together with the case.</source>
        <translation>这是新平台，将与案件一起添加。</translation>
    </message>
    <message>
        <source>New account…</source>
        <translation>新建账户…</translation>
    </message>
    <message>
        <source>Note your account at this firm</source>
        <translation>记下您在该平台的账户</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>您的账户</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Currency or coin</source>
        <translation>货币或币种</translation>
    </message>
    <message>
        <source>Coin</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>未填写</translation>
    </message>
</context>
<context>
    <name>CaseDossierPage</name>
    <message>
        <source>For the front page of the dossier; what stays empty is printed as not recorded.</source>
        <translation>用于卷宗首页；留空的项目会打印为“未记录”。</translation>
    </message>
    <message>
        <source>For which body</source>
        <translation>提交给</translation>
    </message>
    <message>
        <source>Such as: an ombudsman, a bank, a court</source>
        <translation>例如：申诉专员、银行、法院</translation>
    </message>
    <message>
        <source>Name and authority, or: none</source>
        <translation>姓名和授权，或写“无”</translation>
    </message>
    <message>
        <source>Who acts for you</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Your reference</source>
        <translation>您的编号</translation>
    </message>
    <message>
        <source>Court, police, arbitration with reference, or: none</source>
        <translation>法院、警方、仲裁及编号，或写“无”</translation>
    </message>
    <message>
        <source>Other proceedings</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Insolvency</source>
        <translation>破产情况</translation>
    </message>
    <message>
        <source>What is known, or: none known</source>
        <translation>已知的情况，或写“未知有破产”</translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation>下一个期限</translation>
    </message>
    <message>
        <source>Where that deadline stands written</source>
        <translation>该期限的出处</translation>
    </message>
    <message>
        <source>Its source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>None so far</source>
        <translation>目前没有</translation>
    </message>
    <message>
        <source>Final position</source>
        <translation>最终立场</translation>
    </message>
    <message>
        <source>The contact in which the firm gave its final answer</source>
        <translation>平台给出最终答复的那条联系记录</translation>
    </message>
</context>
<context>
    <name>CaseHeader</name>
    <message>
        <source>Closed {date}</source>
        <translation>{date} 结案</translation>
    </message>
    <message>
        <source>More on this case</source>
        <translation>此案件的更多操作</translation>
    </message>
    <message>
        <source>Edit case… (F2)</source>
        <translation>编辑案件… (F2)</translation>
    </message>
    <message>
        <source>Export dossier… (Ctrl+E)</source>
        <translation>导出卷宗… (Ctrl+E)</translation>
    </message>
    <message>
        <source>Close case…</source>
        <translation>结案…</translation>
    </message>
    <message>
        <source>Reopen case</source>
        <translation>重新打开案件</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Reading the cases</source>
        <translation>正在读取案件</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Press Esc in the filter line to see all.</source>
        <translation>在筛选栏按 Esc 可查看全部。</translation>
    </message>
    <message>
        <source>No case fits the filter</source>
        <translation>没有符合筛选的案件</translation>
    </message>
    <message>
        <source>As soon as a case fits this view, it stands here.</source>
        <translation>一有案件符合这个视图，就会列在这里。</translation>
    </message>
    <message>
        <source>Nothing in this view</source>
        <translation>这个视图里没有案件</translation>
    </message>
    <message>
        <source>Once you have written and nobody has answered yet, the case stands here.</source>
        <translation>您已发出消息而对方还没有回复的案件会列在这里。</translation>
    </message>
    <message>
        <source>Nobody owes you an answer</source>
        <translation>目前没有等待回复的案件</translation>
    </message>
    <message>
        <source>A case that has come to its end stands here with its outcome.</source>
        <translation>已有结果的案件会连同结果列在这里。</translation>
    </message>
    <message>
        <source>No closed cases</source>
        <translation>没有已结案的案件</translation>
    </message>
    <message>
        <source>Press Ctrl+N to open a case with this firm.</source>
        <translation>按 Ctrl+N 新建与该平台的案件。</translation>
    </message>
    <message>
        <source>No cases with this firm</source>
        <translation>与该平台没有案件</translation>
    </message>
    <message>
        <source>Press Ctrl+N to open one.</source>
        <translation>按 Ctrl+N 新建案件。</translation>
    </message>
    <message>
        <source>No open cases</source>
        <translation>没有进行中的案件</translation>
    </message>
</context>
<context>
    <name>CaseListModel</name>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
</context>
<context>
    <name>CaseMenus</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Amend…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Role and translation…</source>
        <translation>身份和译文…</translation>
    </message>
    <message>
        <source>Promise…</source>
        <translation>承诺…</translation>
    </message>
    <message>
        <source>Request…</source>
        <translation>材料要求…</translation>
    </message>
    <message>
        <source>Reference…</source>
        <translation>标识…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>转账…</translation>
    </message>
    <message>
        <source>Follow-up…</source>
        <translation>待办…</translation>
    </message>
    <message>
        <source>Write to them…</source>
        <translation>写信给平台…</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open in mail program</source>
        <translation>用邮件程序打开</translation>
    </message>
    <message>
        <source>Save mail as .eml…</source>
        <translation>将邮件另存为 .eml…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Purge…</source>
        <translation>彻底清除…</translation>
    </message>
    <message>
        <source>Promise from these words…</source>
        <translation>从这些话记下承诺…</translation>
    </message>
    <message>
        <source>Request from these words…</source>
        <translation>从这些话记下材料要求…</translation>
    </message>
    <message>
        <source>Reference from these words…</source>
        <translation>从这些话记下标识…</translation>
    </message>
    <message>
        <source>These words are a ticket number</source>
        <translation>这是工单号</translation>
    </message>
    <message>
        <source>Quote in the dossier</source>
        <translation>引入卷宗</translation>
    </message>
    <message>
        <source>Say what it shows…</source>
        <translation>说明它表明什么…</translation>
    </message>
    <message>
        <source>Quote no more</source>
        <translation>不再引用</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>稍后提醒…</translation>
    </message>
    <message>
        <source>Why this date?</source>
        <translation>为什么是这一天？</translation>
    </message>
    <message>
        <source>No longer needed…</source>
        <translation>不再需要…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>添加说明…</translation>
    </message>
    <message>
        <source>Details for the dossier…</source>
        <translation>卷宗用详情…</translation>
    </message>
    <message>
        <source>Redact a copy…</source>
        <translation>遮盖副本…</translation>
    </message>
    <message>
        <source>Show contact</source>
        <translation>显示联系记录</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Show exhibit</source>
        <translation>显示证物</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Kept or broken…</source>
        <translation>兑现了吗…</translation>
    </message>
    <message>
        <source>Supplied…</source>
        <translation>已提供…</translation>
    </message>
    <message>
        <source>Not supplied after all</source>
        <translation>其实尚未提供</translation>
    </message>
    <message>
        <source>Show what was sent</source>
        <translation>显示所发送的内容</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Looking for the next step</source>
        <translation>正在查找下一步</translation>
    </message>
    <message>
        <source>Copied: {words}</source>
        <translation>已复制：{words}</translation>
    </message>
</context>
<context>
    <name>CaseStrip</name>
    <message>
        <source>The case in time</source>
        <translation>案件时间线</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n 条联系记录</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>As at first</source>
        <translation>恢复最初的样子</translation>
    </message>
</context>
<context>
    <name>CasesBulk</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个案件</numerusform>
        </translation>
    </message>
    <message>
        <source>the case was closed</source>
        <translation>案件已结案</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) reopened</source>
        <translation>
            <numerusform>%n 个案件已重新打开</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) moved to the bin</source>
        <translation>
            <numerusform>%n 个案件已放入回收站</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) closed</source>
        <translation>
            <numerusform>%n 个案件已结案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n case(s): {tags}</source>
        <translation>
            <numerusform>%n 个案件的标签：{tags}</numerusform>
        </translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) got a follow-up</source>
        <translation>
            <numerusform>已给 %n 个案件添加待办</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Is this really {host}?</source>
        <translation>这真的是 {host} 吗？</translation>
    </message>
    <message>
        <source>Your password and your mails would go to whoever answers there. Ask your provider, by another way than mail, for the SHA-256 fingerprint of its certificate, and compare it with this one:</source>
        <translation>您的密码和邮件会交给在那里应答的人。请用邮件以外的方式向服务商询问其证书的 SHA-256 指纹，并与下面的比对：</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>SHA-256 指纹</translation>
    </message>
    <message>
        <source>I compared it, and it is the same</source>
        <translation>我比对过了，两者相同</translation>
    </message>
    <message>
        <source>Accept this certificate</source>
        <translation>接受此证书</translation>
    </message>
    <message>
        <source>Connect, and accept this one from now on</source>
        <translation>连接，并从此接受这张证书</translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation>不连接</translation>
    </message>
    <message>
        <source>Nothing is sent (Esc)</source>
        <translation>什么都不发送 (Esc)</translation>
    </message>
    <message>
        <source>{host} shows another certificate than the one you accepted. Somebody may stand in between.</source>
        <translation>{host} 出示的证书与您接受过的不同。中间可能有人。</translation>
    </message>
    <message>
        <source>{host} shows a certificate that proves nothing: {reason}.</source>
        <translation>{host} 出示的证书不能证明任何东西：{reason}。</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Another day</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>It was due {when}; that stays on record.</source>
        <translation>原定 {when} 到期；此日期仍留在记录中。</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>Such as: they asked for two more days</source>
        <translation>例如：对方要求再等两天</translation>
    </message>
    <message>
        <source>Later by</source>
        <translation>推迟</translation>
    </message>
    <message>
        <source>New date</source>
        <translation>新日期</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>That is the date it has already.</source>
        <translation>这就是现在的日期。</translation>
    </message>
</context>
<context>
    <name>ChannelDialog</name>
    <message>
        <source>Way to {firm}</source>
        <translation>联系 {firm} 的渠道</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>As you found it on the firm&apos;s own site or in its app, opened by yourself; never from a message or a search result.</source>
        <translation>须来自您自己打开的平台官网或 App；切勿取自消息或搜索结果。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Address, number and menu path, or the place in the app</source>
        <translation>地址、号码与语音菜单路径，或 App 内位置</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Such as fiat, API; empty: everything</source>
        <translation>例如 法币、API；留空表示全部</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Such as Mon-Fri 09:00-18:00, or 24/7</source>
        <translation>例如 周一至周五 09:00-18:00，或 24/7</translation>
    </message>
    <message>
        <source>Staffed</source>
        <translation>值守时间</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Of these hours; empty: the firm&apos;s.</source>
        <translation>上述时间所用的时区；留空则为平台时区。</translation>
    </message>
    <message>
        <source>Such as English, 中文</source>
        <translation>例如 English、中文</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Such as: call to Singapore</source>
        <translation>例如：拨打新加坡的电话费</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>核对于</translation>
    </message>
    <message>
        <source>After 90 days it is shown as due for another look.</source>
        <translation>90 天后会提示需要重新核对。</translation>
    </message>
    <message>
        <source>These hours are kept as you write them, but cannot be counted with. Try: Mon-Fri 09:00-18:00</source>
        <translation>这些时间会按原样保留，但无法用于计算。请试写：周一至周五 09:00-18:00</translation>
    </message>
</context>
<context>
    <name>ChannelsDialog</name>
    <message>
        <source>Ways to {firm}</source>
        <translation>联系 {firm} 的渠道</translation>
    </message>
    <message>
        <source>None yet. Note where its chat, form, address or number is, so that you need not look in a hurry.</source>
        <translation>尚无记录。请记下其在线客服、工单、邮箱或电话在哪里，以免着急时再找。</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Note a way to this firm</source>
        <translation>记录联系此平台的一种渠道</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change the chosen one (Enter)</source>
        <translation>修改所选项 (Enter)</translation>
    </message>
    <message>
        <source>Still right</source>
        <translation>仍然有效</translation>
    </message>
    <message>
        <source>You looked the chosen one up today, and it is still right</source>
        <translation>您今天核对过所选项，仍然有效</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take the chosen one off the list; the history keeps it</source>
        <translation>从列表中移除所选项；历史中仍保留</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Where its support is, as you found it yourself. The program knows no addresses of its own.</source>
        <translation>您自己查到的客服渠道。本程序不自带任何地址。</translation>
    </message>
    <message>
        <source>look up again</source>
        <translation>需重新核对</translation>
    </message>
</context>
<context>
    <name>ChatCommands</name>
    <message>
        <source>Exported chats (*.json *.txt *.zip);;All files (*)</source>
        <translation>导出的聊天记录 (*.json *.txt *.zip);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose an exported chat</source>
        <translation>选择导出的聊天记录</translation>
    </message>
    <message>
        <source>Looking into the chats</source>
        <translation>正在查看聊天记录</translation>
    </message>
    <message>
        <source>Importing chats</source>
        <translation>正在导入聊天记录</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of conversations imported</source>
        <translation>
            <numerusform>已导入 %n 段会话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n 段此前已有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting in the inbox</source>
        <translation>
            <numerusform>%n 段在收件箱中等待</numerusform>
        </translation>
    </message>
    <message>
        <source>Import stopped: what was read until then is kept</source>
        <translation>导入已停止：此前读取的内容已保留</translation>
    </message>
    <message>
        <source>Reading the chat</source>
        <translation>正在读取聊天内容</translation>
    </message>
    <message>
        <source>Chat recorded in {case}</source>
        <translation>聊天已记录到 {case}</translation>
    </message>
    <message>
        <source>Every line of this chat is in the casebook already</source>
        <translation>这段聊天的每一行都已在案件簿中</translation>
    </message>
</context>
<context>
    <name>ChatExportDialog</name>
    <message>
        <source>Import chats</source>
        <translation>导入聊天记录</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Conversations in this export</source>
        <translation>此导出文件中的会话</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>按名称搜索</translation>
    </message>
    <message>
        <source>As the dates themselves tell</source>
        <translation>按日期本身判断</translation>
    </message>
    <message>
        <source>The day first: 03/11 is the 3rd of November</source>
        <translation>日在前：03/11 表示 11 月 3 日</translation>
    </message>
    <message>
        <source>The month first: 03/11 is the 11th of March</source>
        <translation>月在前：03/11 表示 3 月 11 日</translation>
    </message>
    <message>
        <source>The one case they are in already, else the inbox</source>
        <translation>会话已归入的唯一案件，否则进收件箱</translation>
    </message>
    <message>
        <source>Tick the conversations that belong to a case. No other is read or kept.</source>
        <translation>请勾选属于案件的会话。其他会话不会被读取或保存。</translation>
    </message>
    <message>
        <source>Your own name in it. Left empty, it is known in a conversation of two only.</source>
        <translation>您在其中的名字。留空时只能在两人会话中判断。</translation>
    </message>
    <message>
        <source>You wrote as</source>
        <translation>您的名字</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>File in</source>
        <translation>归入</translation>
    </message>
    <message>
        <source>Where the times of the export are meant, if it does not say</source>
        <translation>导出文件未写明时，其中时间所属的时区</translation>
    </message>
</context>
<context>
    <name>CheckCommands</name>
    <message>
        <source>Check of the casebook</source>
        <translation>案件簿检查</translation>
    </message>
    <message>
        <source>Dossier or backup (*.zip MANIFEST.sha256 backup.json)</source>
        <translation>案件材料或备份 (*.zip MANIFEST.sha256 backup.json)</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>Checking the casebook</source>
        <translation>正在检查案件簿</translation>
    </message>
    <message>
        <source>No file manager answered. The folder is {folder}</source>
        <translation>没有可用的文件管理器。文件夹位于 {folder}</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) were compared: records, ledger entries, attachments.</source>
        <translation>
            <numerusform>共比对 %n 项：记录、账本条目、附件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is as it was recorded.</source>
        <translation>一切与记录相符。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not as they were recorded.</source>
        <translation>
            <numerusform>有 %n 项与记录不符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed by looking. A backup from before can bring back what is lost; its check says whether it is whole.</source>
        <translation>检查不会改动任何内容。以前的备份可以找回丢失的内容；检查备份即知其是否完好。</translation>
    </message>
    <message>
        <source>The check could not be finished.</source>
        <translation>检查未能完成。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>What was not looked at yet may still hold a fault.</source>
        <translation>尚未检查的部分仍可能有问题。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: “Copy list” has all of them</source>
        <translation>
            <numerusform>还有 %n 项：“复制列表”含全部内容</numerusform>
        </translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Put the list on the clipboard</source>
        <translation>把列表复制到剪贴板</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比对…</translation>
    </message>
    <message>
        <source>Compare the ledger with an earlier dossier or backup, which shows what was cut off since</source>
        <translation>将账本与较早的案件材料或备份比对，可看出此后被截去了什么</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>接受…</translation>
    </message>
    <message>
        <source>Take this ledger for the right one, with a reason</source>
        <translation>认定这份账本是对的，并写明原因</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Start the check anew</source>
        <translation>重新开始检查</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Look which backup is whole, and restore it</source>
        <translation>看看哪份备份完好，并恢复它</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>ChecklistDialog</name>
    <message>
        <source>Checklist</source>
        <translation>核对清单</translation>
    </message>
    <message>
        <source>No channel yet: what the case needs</source>
        <translation>尚未选定渠道：案件所需</translation>
    </message>
    <message>
        <source>How you are going to write</source>
        <translation>您打算通过什么渠道联系</translation>
    </message>
    <message>
        <source>What is there</source>
        <translation>已有与缺少</translation>
    </message>
    <message>
        <source>Subject line</source>
        <translation>邮件主题</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Help-centre search…</source>
        <translation>帮助中心检索…</translation>
    </message>
    <message>
        <source>Note what you looked up, with words that are still worth trying</source>
        <translation>记录查过的内容，并提示还值得一试的关键词</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Kind of problem: {kind}</source>
        <translation>问题类型：{kind}</translation>
    </message>
</context>
<context>
    <name>CloseCaseDialog</name>
    <message>
        <source>Close {number}</source>
        <translation>结案 {number}</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Such as: paid in full on 3 December</source>
        <translation>例如：12 月 3 日全额到账</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>结果如何</translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) still open: no longer needed</source>
        <translation>
            <numerusform>%n 项未完成的待办不再需要</numerusform>
        </translation>
    </message>
    <message>
        <source>Otherwise they go on ringing</source>
        <translation>否则仍会继续提醒</translation>
    </message>
    <message>
        <source>A closed case keeps everything and can be reopened.</source>
        <translation>结案后所有内容都会保留，也可以重新打开。</translation>
    </message>
</context>
<context>
    <name>CloseCasesDialog</name>
    <message>
        <source>Close cases</source>
        <translation>结案</translation>
    </message>
    <message numerus="yes">
        <source>Close %n case(s)</source>
        <translation>
            <numerusform>结掉 %n 个案件</numerusform>
        </translation>
    </message>
    <message>
        <source>Such as: settled with the group complaint on 3 December</source>
        <translation>例如：12 月 3 日随集体投诉一并解决</translation>
    </message>
    <message>
        <source>How they ended</source>
        <translation>结果</translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) still open: no longer needed</source>
        <translation>
            <numerusform>还有 %n 项待办未完成：不再需要</numerusform>
        </translation>
    </message>
    <message>
        <source>Otherwise they go on ringing</source>
        <translation>否则它们会继续提醒</translation>
    </message>
    <message numerus="yes">
        <source>Already closed: %n selected case(s).</source>
        <translation>
            <numerusform>选中的案件中有 %n 个已经结案。</numerusform>
        </translation>
    </message>
    <message>
        <source>A closed case keeps everything and can be reopened.</source>
        <translation>已结案的案件保留全部内容，可以重新处理。</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close Casebook</source>
        <translation>关闭 Casebook</translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) wait for you.</source>
        <translation>
            <numerusform>有 %n 条待办在等您处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>The next one rings {when}.</source>
        <translation>下一条将在 {when} 提醒。</translation>
    </message>
    <message>
        <source>Reminders stop until you start Casebook again.</source>
        <translation>在您再次启动 Casebook 之前不会有任何提醒。</translation>
    </message>
    <message>
        <source>Your phone can ring instead: Guide, Follow-ups for your phone.</source>
        <translation>也可以让手机提醒：菜单“指引”中的“手机上的待办”。</translation>
    </message>
    <message>
        <source>Always do this, and do not ask again</source>
        <translation>以后都这样，不再询问</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close Casebook; nothing rings until it is started again</source>
        <translation>关闭 Casebook，再次启动之前不会提醒</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>留在托盘</translation>
    </message>
    <message>
        <source>Close only the window; Casebook goes on reminding from the tray</source>
        <translation>只关闭窗口，Casebook 在托盘中继续提醒</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep the window open (Esc)</source>
        <translation>保持窗口打开 (Esc)</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>Anti-phishing code of {firm}</source>
        <translation>{firm} 的防钓鱼码</translation>
    </message>
    <message>
        <source>Set code</source>
        <translation>设定防钓鱼码</translation>
    </message>
    <message>
        <source>The code that you chose in your account, which the firm&apos;s real mails carry. A fingerprint of it is kept: mails are checked for it, and nobody can read it here or in a dossier.</source>
        <translation>您在账户中设定、平台真实邮件会带有的防钓鱼码。这里只保存它的指纹：用于核对邮件，无论在此处还是在卷宗中都无法读出。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>防钓鱼码</translation>
    </message>
    <message>
        <source>In use since</source>
        <translation>启用日期</translation>
    </message>
    <message>
        <source>An earlier code ends there.</source>
        <translation>之前的防钓鱼码到此为止。</translation>
    </message>
    <message>
        <source>Type the code first.</source>
        <translation>请先输入防钓鱼码。</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message numerus="yes">
        <source>%n attached file(s) are gone from their place. Attach them again.</source>
        <translation>
            <numerusform>有 %n 个附件已不在原处，请重新添加。</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop it: it lands here</source>
        <translation>松开即放在这里</translation>
    </message>
    <message>
        <source>Write what happened, or paste a screenshot, then save.</source>
        <translation>请写下发生了什么，或粘贴截图，然后保存。</translation>
    </message>
    <message>
        <source>Whether a person or a bot answered</source>
        <translation>答复的是真人还是机器人</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>How the contact took place</source>
        <translation>通过什么渠道联系</translation>
    </message>
    <message>
        <source>they said</source>
        <translation>对方说</translation>
    </message>
    <message>
        <source>I said</source>
        <translation>我说</translation>
    </message>
    <message>
        <source>we talked</source>
        <translation>双方交谈</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation>谁说的</translation>
    </message>
    <message>
        <source>person?</source>
        <translation>真人？</translation>
    </message>
    <message>
        <source>person</source>
        <translation>真人</translation>
    </message>
    <message>
        <source>bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Person or bot</source>
        <translation>真人还是机器人</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Who answered: the name they gave</source>
        <translation>谁答复的：对方报的名字</translation>
    </message>
    <message>
        <source>#ID</source>
        <translation>#工号</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>客服工号</translation>
    </message>
    <message>
        <source>The agent&apos;s number or ID</source>
        <translation>客服的工号</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>The firm&apos;s ticket number; several with commas</source>
        <translation>平台的工单号，多个用逗号分隔</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>哪一个？</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台名称</translation>
    </message>
    <message>
        <source>Which network, forum or app</source>
        <translation>哪个社交平台、论坛或应用</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>The subject line, as it was sent</source>
        <translation>邮件主题，按原样填写</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Attach files… (Ctrl+Shift+A)</source>
        <translation>添加附件… (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>Screenshot of a part of the screen</source>
        <translation>截取屏幕的一部分</translation>
    </message>
    <message>
        <source>Screenshot of a part of the screen (Ctrl+Shift+S)</source>
        <translation>截取屏幕的一部分（Ctrl+Shift+S）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Record this contact (Ctrl+Enter)</source>
        <translation>保存这条联系记录 (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>ComposerText</name>
    <message>
        <source>What happened? Paste a screenshot, drop a file…</source>
        <translation>发生了什么？可粘贴截图、拖入文件…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Write what was said (Ctrl+L), Ctrl+V pastes a screenshot, Ctrl+Enter saves</source>
        <translation>写下说了什么 (Ctrl+L)，Ctrl+V 粘贴截图，Ctrl+Enter 保存</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Contact</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>Your own translation</source>
        <translation>您自己的译文</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>证物</translation>
    </message>
    <message>
        <source>Show this exhibit</source>
        <translation>查看此证物</translation>
    </message>
    <message>
        <source>Earlier words</source>
        <translation>原来的内容</translation>
    </message>
    <message>
        <source>What was said, and all that is known of it</source>
        <translation>所说的话，以及有关的一切</translation>
    </message>
    <message>
        <source>can still be corrected</source>
        <translation>仍可修正</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>记录时间</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台名称</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动消息</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Answers go to</source>
        <translation>回复地址</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未能读取</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The words as they are recorded</source>
        <translation>所记录的内容</translation>
    </message>
    <message>
        <source>Mark words to note them as a promise (Ctrl+P) or a request (Ctrl+R)</source>
        <translation>选中文字可记为承诺（Ctrl+P）或材料要求（Ctrl+R）</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>至 {time}</translation>
    </message>
    <message>
        <source>(nothing stood here)</source>
        <translation>（原为空）</translation>
    </message>
    <message>
        <source>Reason: {words}</source>
        <translation>理由：{words}</translation>
    </message>
    <message>
        <source>words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>agent ID</source>
        <translation>客服工号</translation>
    </message>
    <message>
        <source>person or bot</source>
        <translation>真人还是机器人</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>平台名称</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Amend…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Change a fact; the earlier words stay (Ctrl+E)</source>
        <translation>更正一项内容，原来的内容仍保留 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>修正…</translation>
    </message>
    <message>
        <source>Put a slip right while the contact is new (Ctrl+E)</source>
        <translation>趁记录还新，修正笔误 (Ctrl+E)</translation>
    </message>
    <message>
        <source>The agent&apos;s role, and your own translation of the words (Ctrl+T)</source>
        <translation>客服身份，以及您对原文的译文（Ctrl+T）</translation>
    </message>
    <message>
        <source>Role and translation…</source>
        <translation>身份和译文…</translation>
    </message>
    <message>
        <source>How it went…</source>
        <translation>沟通情况…</translation>
    </message>
    <message>
        <source>Waiting, number, menu, language, cost, consent (Ctrl+D)</source>
        <translation>等待时间、号码、菜单、语言、费用、录音同意 (Ctrl+D)</translation>
    </message>
    <message>
        <source>What became of each part of this mail</source>
        <translation>此邮件各部分的处理结果</translation>
    </message>
    <message>
        <source>What was understood…</source>
        <translation>读懂了什么…</translation>
    </message>
    <message>
        <source>Save mail as .eml…</source>
        <translation>将邮件另存为 .eml…</translation>
    </message>
    <message>
        <source>Save the mail&apos;s original bytes</source>
        <translation>保存邮件的原始数据</translation>
    </message>
</context>
<context>
    <name>Converting</name>
    <message>
        <source>Encrypting the casebook</source>
        <translation>正在加密案件簿</translation>
    </message>
    <message>
        <source>Removing the encryption</source>
        <translation>正在解除加密</translation>
    </message>
    <message>
        <source>The casebook is rewritten beside itself and replaced in one step at the end. It stays whole if you stop, or if the power fails.</source>
        <translation>新的案件簿先写在旁边，最后一步才替换。中途停止或断电，案件簿都保持完整。</translation>
    </message>
</context>
<context>
    <name>CopyList</name>
    <message>
        <source>Language of the names</source>
        <translation>文件名的语言</translation>
    </message>
    <message>
        <source>Attachments under their names</source>
        <translation>按名称列出的附件</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>说明…</translation>
    </message>
    <message>
        <source>Say what it shows: its name is made of these words</source>
        <translation>说明它显示了什么：文件名由此生成</translation>
    </message>
    <message>
        <source>Save copies…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Write copies under these names into a folder; the originals keep theirs</source>
        <translation>以这些名称将副本存入文件夹；原件名称不变</translation>
    </message>
    <message>
        <source>A name says what a file shows, its kind and its day, such as “login-refused-screenshot_20261120.png”. The originals keep their names.</source>
        <translation>文件名写明内容、类型和日期，例如“账户无法登录截图_20261120.png”。原件名称不变。</translation>
    </message>
    <message>
        <source>There is nothing to attach yet. Paste a screenshot into the case, or add a file.</source>
        <translation>还没有可附的文件。请将截图粘贴到案件中，或添加文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) may not be readable. This is a hint: look at them.</source>
        <translation>
            <numerusform>%n 张图片可能看不清。仅供提示，请自行查看。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DamagedPage</name>
    <message>
        <source>The casebook is gone</source>
        <translation>案件簿不见了</translation>
    </message>
    <message>
        <source>This casebook is damaged</source>
        <translation>案件簿已损坏</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>正在查找备份…</translation>
    </message>
    <message>
        <source>These backups can take its place</source>
        <translation>可以用这些备份替换</translation>
    </message>
    <message>
        <source>There is no backup</source>
        <translation>没有备份</translation>
    </message>
    <message>
        <source>Backups were put into {folders} too, which is not there now: connect the drive.</source>
        <translation>备份也存放在 {folders}，现在找不到：请连接该磁盘。</translation>
    </message>
    <message>
        <source>Nothing is deleted: what is there now is kept beside it as casebook.db.damaged.</source>
        <translation>不会删除任何内容：现有文件会以 casebook.db.damaged 为名保留在旁边。</translation>
    </message>
    <message>
        <source>Passphrase or recovery key of this backup</source>
        <translation>此备份的口令或恢复密钥</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close Casebook and change nothing</source>
        <translation>关闭 Casebook，不作任何改动</translation>
    </message>
    <message>
        <source>To another folder…</source>
        <translation>恢复到其他文件夹…</translation>
    </message>
    <message>
        <source>Restore it to another disk and go on there; this one may be failing</source>
        <translation>恢复到另一块磁盘并在那里继续；这块磁盘可能正在损坏</translation>
    </message>
    <message>
        <source>Check what is damaged</source>
        <translation>检查损坏之处</translation>
    </message>
    <message>
        <source>Read everything that can be read, change nothing</source>
        <translation>读取所有能读的内容，不作改动</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再找一次</translation>
    </message>
    <message>
        <source>Look for backups again, after a drive was connected</source>
        <translation>连接磁盘后再找一次备份</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Open the casebook&apos;s folder in your file manager</source>
        <translation>在文件管理器中打开案件簿文件夹</translation>
    </message>
    <message>
        <source>Restore what there is</source>
        <translation>恢复现有部分</translation>
    </message>
    <message>
        <source>Restore although something is missing; what is missing is named</source>
        <translation>即使有缺失也恢复；缺失之处会列出</translation>
    </message>
    <message>
        <source>Restore the backup of {time}</source>
        <translation>恢复 {time} 的备份</translation>
    </message>
    <message>
        <source>Put it in the place of the casebook (Enter)</source>
        <translation>用它替换案件簿（Enter）</translation>
    </message>
</context>
<context>
    <name>DataCommands</name>
    <message>
        <source>Export the data of {case}</source>
        <translation>导出 {case} 的数据</translation>
    </message>
    <message>
        <source>Case data (*.zip)</source>
        <translation>案件数据 (*.zip)</translation>
    </message>
    <message>
        <source>Exporting case data</source>
        <translation>正在导出案件数据</translation>
    </message>
    <message>
        <source>Take in a case</source>
        <translation>接收案件</translation>
    </message>
    <message>
        <source>Taken in as {case}, with its history</source>
        <translation>已接收为 {case}，历史一并保留</translation>
    </message>
    <message>
        <source>Taking in a case</source>
        <translation>正在接收案件</translation>
    </message>
    <message>
        <source>Casebook data (*.zip)</source>
        <translation>案件簿数据 (*.zip)</translation>
    </message>
    <message>
        <source>Write the whole casebook as one file</source>
        <translation>把整个案件簿写成一个文件</translation>
    </message>
    <message>
        <source>Writing the whole casebook</source>
        <translation>正在写出整个案件簿</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Contacts of {case} as a table</source>
        <translation>{case} 的联系记录表</translation>
    </message>
    <message>
        <source>Writing the table</source>
        <translation>正在写出表格</translation>
    </message>
    <message>
        <source>Saved {file}. Whoever has the file can read it.</source>
        <translation>已保存 {file}。拿到此文件的人都能读取其内容。</translation>
    </message>
</context>
<context>
    <name>DayPopup</name>
    <message>
        <source>Jump to a day</source>
        <translation>跳到某一天</translation>
    </message>
    <message>
        <source>Such as: 18 Nov, last Friday, 2026-11-18</source>
        <translation>例如：11月18日、上周五、2026-11-18</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Type a day and press Enter</source>
        <translation>输入日期后按 Enter</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
</context>
<context>
    <name>DeadlineCommands</name>
    <message>
        <source>Ended: {what}</source>
        <translation>已结束：{what}</translation>
    </message>
    <message>
        <source>Taken off: {what}</source>
        <translation>已取消：{what}</translation>
    </message>
</context>
<context>
    <name>DeadlineDialog</name>
    <message>
        <source>Add a deadline</source>
        <translation>添加期限</translation>
    </message>
    <message>
        <source>Start the clock</source>
        <translation>开始计时</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Starts with</source>
        <translation>起算于</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When did it start?</source>
        <translation>何时起算？</translation>
    </message>
    <message>
        <source>What counts: {event}</source>
        <translation>起算事件：{event}</translation>
    </message>
    <message>
        <source>checked on {day}</source>
        <translation>核对于 {day}</translation>
    </message>
    <message>
        <source>Something else, at this time</source>
        <translation>其他事件，时间如下</translation>
    </message>
</context>
<context>
    <name>DeadlinePlurals</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>还剩 %n 小时</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeadlinesDialog</name>
    <message>
        <source>Deadlines · {case}</source>
        <translation>期限 · {case}</translation>
    </message>
    <message>
        <source>Deadlines of this case</source>
        <translation>本案件的期限</translation>
    </message>
    <message>
        <source>No clock runs in this case. Pick a rule when a complaint or a request has gone out, or when a final answer has come: the program then says when the next door opens and when it closes.</source>
        <translation>本案件没有正在计时的期限。在发出投诉或请求之后，或收到最终答复之后，请选择一条规则：程序会告诉您下一扇门何时开启、何时关闭。</translation>
    </message>
    <message>
        <source>Add a deadline…</source>
        <translation>添加期限…</translation>
    </message>
    <message>
        <source>Pick a rule and start its clock</source>
        <translation>选择一条规则并开始计时</translation>
    </message>
    <message>
        <source>Figures of this firm…</source>
        <translation>该平台的期限…</translation>
    </message>
    <message>
        <source>What is usual at this firm, where it differs from the guide</source>
        <translation>该平台与指南不同的惯常期限</translation>
    </message>
    <message>
        <source>More time…</source>
        <translation>延长…</translation>
    </message>
    <message>
        <source>They took or granted more time</source>
        <translation>对方延长或给予了更多时间</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>暂停…</translation>
    </message>
    <message>
        <source>On some days the clock stands still</source>
        <translation>某些日子不计时</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The last extension or pause does not hold</source>
        <translation>最近一次延长或暂停不成立</translation>
    </message>
    <message>
        <source>Ended…</source>
        <translation>已结束…</translation>
    </message>
    <message>
        <source>What it waited for came, or you did it</source>
        <translation>等待之事已发生，或您已办理</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Set in error, or not needed: say why</source>
        <translation>设错或不再需要：请说明原因</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>继续计时</translation>
    </message>
    <message>
        <source>Have this clock run again</source>
        <translation>让该计时继续</translation>
    </message>
    <message>
        <source>Yes, it ends</source>
        <translation>是，结束计时</translation>
    </message>
    <message>
        <source>That answer ends the clock</source>
        <translation>该答复使计时结束</translation>
    </message>
    <message>
        <source>No, it goes on</source>
        <translation>否，继续计时</translation>
    </message>
    <message>
        <source>Not asked about this answer again</source>
        <translation>不再就此答复询问</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>DescribeDialog</name>
    <message>
        <source>Describe {exhibit}</source>
        <translation>说明 {exhibit}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The dossier prints it beside the exhibit, and search finds it</source>
        <translation>卷宗会把说明印在证物旁边，搜索也能找到</translation>
    </message>
    <message>
        <source>It shows</source>
        <translation>显示的内容</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Casebook can notify you</source>
        <translation>Casebook 可以通知您</translation>
    </message>
    <message>
        <source>This is how a follow-up will look.</source>
        <translation>待办到期时就是这个样子。</translation>
    </message>
    <message>
        <source>It reminds you of nothing until it is open.</source>
        <translation>打开之前不会有任何提醒。</translation>
    </message>
    <message>
        <source>Casebook is not open yet</source>
        <translation>Casebook 尚未打开</translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) due: unlock to see</source>
        <translation>
            <numerusform>%n 项待办已到期：解锁后查看</numerusform>
        </translation>
    </message>
    <message>
        <source>Casebook is locked: unlock it to see what is to be done.</source>
        <translation>Casebook 已锁定：解锁后即可查看要做的事。</translation>
    </message>
    <message>
        <source>A follow-up is due</source>
        <translation>有一条待办到期</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>Casebook starts when you log in.</source>
        <translation>登录时将启动 Casebook。</translation>
    </message>
    <message>
        <source>Casebook reminds you while it runs. Start it by itself when you log in?</source>
        <translation>Casebook 只在运行时提醒您。要在登录时自动启动吗？</translation>
    </message>
    <message>
        <source>It goes on reminding you. Click its icon to open it, or quit it there.</source>
        <translation>它会继续提醒您。点击图标即可打开，也可以在那里退出。</translation>
    </message>
    <message>
        <source>Casebook is in the tray</source>
        <translation>Casebook 在托盘中</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>How it went</source>
        <translation>沟通情况</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>DraftCommands</name>
    <message>
        <source>What you are writing cannot be kept safe: {reason}</source>
        <translation>正在写的内容无法保存：{reason}</translation>
    </message>
    <message>
        <source>Keeping the draft</source>
        <translation>正在保存草稿</translation>
    </message>
</context>
<context>
    <name>DropDialog</name>
    <message>
        <source>No longer needed</source>
        <translation>不再需要</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>取消待办</translation>
    </message>
    <message>
        <source>Such as: they answered by phone</source>
        <translation>例如：对方已电话答复</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>请简单说明原因。</translation>
    </message>
</context>
<context>
    <name>DueBulk</name>
    <message numerus="yes">
        <source>%n selected:</source>
        <translation>
            <numerusform>已选 %n 项：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueButton</name>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n 项到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what rings, and answer it</source>
        <translation>显示正在提醒的待办并处理</translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>No longer needed</source>
        <translation>不再需要</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Kept or broken</source>
        <translation>是否兑现</translation>
    </message>
    <message>
        <source>Supplied</source>
        <translation>已提供</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>写信…</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Open inbox</source>
        <translation>打开收件箱</translation>
    </message>
</context>
<context>
    <name>DuePlurals</name>
    <message numerus="yes">
        <source>%n mail(s) wait to be filed</source>
        <translation>
            <numerusform>%n 封邮件待归档</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Echo</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>A follow-up is due</source>
        <translation>有一条待办到期</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) due</source>
        <translation>
            <numerusform>%n 条待办到期</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>The clock has ended</source>
        <translation>计时已结束</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>结束计时</translation>
    </message>
    <message>
        <source>Such as: they refused; I filed with the ombudsman</source>
        <translation>例如：对方拒绝；我已向申诉专员申诉</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Its reminders are answered with it.</source>
        <translation>其提醒随之完成。</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Copy what the program says of it, to send to whoever helps you</source>
        <translation>复制程序给出的说明，发给帮助您的人</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Nothing was changed. File &gt; Check the casebook shows what is damaged; then restore a backup.</source>
        <translation>没有改动任何内容。“文件”菜单中的“检查案件簿”会显示哪里受损；然后请从备份恢复。</translation>
    </message>
    <message>
        <source>What was recorded before is safe. Put the disk right, then do it again.</source>
        <translation>之前的记录都安全。请先处理好磁盘，然后再做一次。</translation>
    </message>
    <message>
        <source>What you recorded is safe, and so is what you are writing. Try again; if it comes back, start Casebook anew and send the details to whoever helps you.</source>
        <translation>您的记录是安全的，正在写的内容也已保存。请再试一次；如果再次出现，请重新启动 Casebook，并把详细信息发给帮助您的人。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ExhibitCommands</name>
    <message>
        <source>Made {label}, a copy of {source} with marks</source>
        <translation>已制作 {label}：{source} 的标注副本</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Copied {exhibit}</source>
        <translation>已复制 {exhibit}</translation>
    </message>
    <message>
        <source>Add exhibits</source>
        <translation>添加证物</translation>
    </message>
    <message>
        <source>Noting what was looked at</source>
        <translation>记录已查看的内容</translation>
    </message>
    <message>
        <source>Copying {exhibit}</source>
        <translation>正在复制 {exhibit}</translation>
    </message>
</context>
<context>
    <name>ExhibitDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Open a copy with the program your system uses for such files (Ctrl+O)</source>
        <translation>用系统默认程序打开副本 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Open with…</source>
        <translation>打开方式…</translation>
    </message>
    <message>
        <source>Save the original bytes elsewhere (Ctrl+S)</source>
        <translation>把原始文件另存到别处 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Copy the picture or the file (Ctrl+C)</source>
        <translation>复制图片或文件 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Say in words what it shows (Ctrl+D)</source>
        <translation>用文字说明它显示了什么 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>添加说明…</translation>
    </message>
    <message>
        <source>Make a copy with parts covered; dossiers then hold the copy (Ctrl+R)</source>
        <translation>制作遮盖部分内容的副本；此后卷宗使用该副本（Ctrl+R）</translation>
    </message>
    <message>
        <source>Redact…</source>
        <translation>遮盖…</translation>
    </message>
    <message>
        <source>Origin, page address, date, translation, transcript (Ctrl+I)</source>
        <translation>来历、网页地址、日期、译文、文字记录（Ctrl+I）</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详情…</translation>
    </message>
    <message>
        <source>The exhibit before (Alt+Left)</source>
        <translation>上一件证物 (Alt+Left)</translation>
    </message>
    <message>
        <source>Edit marks…</source>
        <translation>修改标注…</translation>
    </message>
    <message>
        <source>Draw on a copy…</source>
        <translation>在副本上标注…</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>{time} (as the file says; anybody can change that)</source>
        <translation>{time}（文件自带的信息；任何人都可以改动）</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Its bytes were erased for good.</source>
        <translation>其内容已被永久删除。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The picture is too large to be shown here.</source>
        <translation>图片过大，无法在此显示。</translation>
    </message>
    <message>
        <source>The picture breaks off before its end.</source>
        <translation>图片在结尾之前中断。</translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation>图片已损坏。</translation>
    </message>
    <message>
        <source>It is not a picture of a kind that is known.</source>
        <translation>不是已知格式的图片。</translation>
    </message>
    <message>
        <source>Drawing it took too long.</source>
        <translation>绘制时间过长。</translation>
    </message>
    <message>
        <source>Drawing it needed too much memory.</source>
        <translation>绘制所需内存过多。</translation>
    </message>
    <message>
        <source>The document needs a password.</source>
        <translation>文件需要密码。</translation>
    </message>
    <message>
        <source>The document is damaged.</source>
        <translation>文件已损坏。</translation>
    </message>
    <message>
        <source>The document has too many pages to be shown here.</source>
        <translation>文件页数过多，无法在此显示。</translation>
    </message>
    <message>
        <source>Drawing it failed.</source>
        <translation>绘制失败。</translation>
    </message>
    <message>
        <source>Open a copy with the program your system uses for it (Ctrl+O), or save one (Ctrl+S).</source>
        <translation>您可以用系统中相应的程序打开一份副本（Ctrl+O），或另存一份（Ctrl+S）。</translation>
    </message>
    <message>
        <source>Save a copy to open it elsewhere (Ctrl+S).</source>
        <translation>请另存一份副本，再用其他程序打开（Ctrl+S）。</translation>
    </message>
    <message>
        <source>This kind of file is not shown here.</source>
        <translation>此类文件不在此处显示。</translation>
    </message>
    <message>
        <source>You draw on a copy of {label}R: what is covered stays covered.</source>
        <translation>您正在 {label}R 的副本上标注：已遮盖的部分仍然遮盖。</translation>
    </message>
    <message>
        <source>You draw on a copy of {label}; the exhibit itself stays as it is.</source>
        <translation>您正在 {label} 的副本上标注；证物本身保持不变。</translation>
    </message>
    <message>
        <source>The next exhibit (Alt+Right)</source>
        <translation>下一件证物 (Alt+Right)</translation>
    </message>
    <message>
        <source>The page before (Page Up)</source>
        <translation>上一页 (Page Up)</translation>
    </message>
    <message>
        <source>The next page (Page Down)</source>
        <translation>下一页 (Page Down)</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>缩小 (-)</translation>
    </message>
    <message>
        <source>One dot for one pixel (0)</source>
        <translation>按实际像素显示 (0)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>All of it (F)</source>
        <translation>显示全部 (F)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Its whole width (W)</source>
        <translation>显示整个宽度 (W)</translation>
    </message>
    <message>
        <source>Turn the view, not the file: the original stays as it is (R)</source>
        <translation>只旋转显示，不改文件：原件保持不变 (R)</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转显示</translation>
    </message>
    <message>
        <source>Two side by side: choose the second from the strip (C)</source>
        <translation>两件并排：从下方缩略图中选择第二件 (C)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>交替显示</translation>
    </message>
    <message>
        <source>Show the two in the same place, in turn (B)</source>
        <translation>在同一位置交替显示两件 (B)</translation>
    </message>
    <message>
        <source>Draw arrows, boxes and words on a copy; the original stays as it is (M)</source>
        <translation>在副本上画箭头、方框和文字；原件保持不变 (M)</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>File, hash, where used (I)</source>
        <translation>文件、哈希值、用在何处 (I)</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 件，共 {count} 件</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
</context>
<context>
    <name>ExhibitFacts</name>
    <message>
        <source>Copy hash</source>
        <translation>复制哈希值</translation>
    </message>
    <message>
        <source>Copy the SHA-256 (Ctrl+Shift+C)</source>
        <translation>复制 SHA-256 (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Read the original again and compare its SHA-256 with the recorded one (Ctrl+Shift+H)</source>
        <translation>重新读取原件，并将其 SHA-256 与记录的值比较 (Ctrl+Shift+H)</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即核对</translation>
    </message>
    <message>
        <source>Where used</source>
        <translation>用在何处</translation>
    </message>
    <message>
        <source>Nothing in the record rests on it yet.</source>
        <translation>记录中尚无内容以它为依据。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Type and size</source>
        <translation>类型与大小</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>来源方式</translation>
    </message>
    <message>
        <source>File time</source>
        <translation>文件时间</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>记录时间</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>It shows</source>
        <translation>内容说明</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>取得方式</translation>
    </message>
    <message>
        <source>Page address</source>
        <translation>页面地址</translation>
    </message>
    <message>
        <source>Its own date</source>
        <translation>文件自身日期</translation>
    </message>
    <message>
        <source>Not on it</source>
        <translation>未包含的部分</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>转录</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>the contact it came with</source>
        <translation>所属的联系记录</translation>
    </message>
    <message>
        <source>a contact that names it</source>
        <translation>提到它的联系记录</translation>
    </message>
    <message>
        <source>a message it went out with</source>
        <translation>随附它发出的信件</translation>
    </message>
    <message>
        <source>it shows this</source>
        <translation>它证明此项</translation>
    </message>
    <message>
        <source>a quoted passage of its contact</source>
        <translation>其联系记录中的引文</translation>
    </message>
    <message>
        <source>a redacted copy of it</source>
        <translation>它的遮盖副本</translation>
    </message>
    <message>
        <source>a copy of it with marks</source>
        <translation>它的标注副本</translation>
    </message>
    <message>
        <source>what it is a copy of</source>
        <translation>它的原证物</translation>
    </message>
    <message>
        <source>a dossier made since it was recorded</source>
        <translation>记录它之后制作的卷宗</translation>
    </message>
</context>
<context>
    <name>ExhibitFactsDialog</name>
    <message>
        <source>Details of {exhibit}</source>
        <translation>{exhibit} 的详情</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>It shows</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Such as: me, at home, with my phone; the whole screen</source>
        <translation>例如：本人在家用手机截取；完整屏幕</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来历</translation>
    </message>
    <message>
        <source>Who captured it, where, and with what</source>
        <translation>由谁、在哪里、用什么设备取得</translation>
    </message>
    <message>
        <source>Page address</source>
        <translation>网页地址</translation>
    </message>
    <message>
        <source>Printed as text; this program never opens it</source>
        <translation>只作为文字打印；本程序从不打开它</translation>
    </message>
    <message>
        <source>Its own date</source>
        <translation>文件自身日期</translation>
    </message>
    <message>
        <source>The date the document itself bears</source>
        <translation>文件上写明的日期</translation>
    </message>
    <message>
        <source>Not on it</source>
        <translation>未包含</translation>
    </message>
    <message>
        <source>What of the screen was cut off; empty where it is whole</source>
        <translation>屏幕上被裁去的部分；完整时留空</translation>
    </message>
    <message>
        <source>Your own translation; the dossier marks it as yours</source>
        <translation>您自己的译文；卷宗会注明是您的译文</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>What is said, or what can hardly be read, in your own transcript</source>
        <translation>您自己记录的录音内容或难以辨认的文字</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>文字记录</translation>
    </message>
    <message>
        <source>For terms and policies: the clause relied on, and the version in force then</source>
        <translation>用于条款和政策：所依据的条款，以及当时有效的版本</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Those heard</source>
        <translation>被录音者</translation>
    </message>
    <message>
        <source>A recording goes into a dossier only where those heard agreed or were told</source>
        <translation>只有在被录音者同意或被告知的情况下，录音才会放入卷宗</translation>
    </message>
</context>
<context>
    <name>ExhibitGrid</name>
    <message>
        <source>Exhibits</source>
        <translation>证物</translation>
    </message>
</context>
<context>
    <name>ExhibitViewing</name>
    <message>
        <source>Reading it again…</source>
        <translation>正在重新读取…</translation>
    </message>
    <message>
        <source>Checked just now: the bytes are those that were recorded.</source>
        <translation>刚刚核对：内容与记录的一致。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Copy of {label} with marks</source>
        <translation>{label} 的标注副本</translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>Why this day?</source>
        <translation>为什么是这一天？</translation>
    </message>
    <message>
        <source>Copy the explanation as one paragraph</source>
        <translation>把说明复制为一段文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>None: you chose this time yourself.</source>
        <translation>无：这个时间是您自己选的。</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Set on</source>
        <translation>设定于</translation>
    </message>
    <message>
        <source>on {day} from {before} to {after}</source>
        <translation>{day} 由 {before} 改到 {after}</translation>
    </message>
    <message>
        <source>why: {why}</source>
        <translation>原因：{why}</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>稍后提醒至</translation>
    </message>
</context>
<context>
    <name>ExplainRows</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>Not after</source>
        <translation>不晚于</translation>
    </message>
    <message>
        <source>Reminds</source>
        <translation>提醒时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Own figure</source>
        <translation>自定期限</translation>
    </message>
    <message>
        <source>The guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation>核对日期</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message>
        <source>Preview of the dossier of {number}</source>
        <translation>{number} 卷宗预览</translation>
    </message>
    <message>
        <source>The time stamp came.</source>
        <translation>时间戳已取得。</translation>
    </message>
    <message>
        <source>Asking for time stamps</source>
        <translation>正在请求时间戳</translation>
    </message>
    <message>
        <source>Looking through the case</source>
        <translation>正在查看案件</translation>
    </message>
    <message>
        <source>Making the dossier</source>
        <translation>正在生成卷宗</translation>
    </message>
</context>
<context>
    <name>ExportContents</name>
    <message>
        <source>Exhibits that do not go out as they are</source>
        <translation>不按原样发出的证物</translation>
    </message>
    <message>
        <source>Redacted copies, and what stays here</source>
        <translation>遮盖副本，以及留在这里的内容</translation>
    </message>
    <message>
        <source>Tick an exhibit to include the unredacted original: whoever gets this dossier can read it all.</source>
        <translation>勾选后将附上未遮盖的原件：拿到此卷宗的人可以看到全部内容。</translation>
    </message>
    <message>
        <source>Every exhibit goes out as it was taken in.</source>
        <translation>每件证物都按收入时的原样发出。</translation>
    </message>
    <message>
        <source>Characters printed as a code</source>
        <translation>以代码印出的字符</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export dossier of {number}</source>
        <translation>导出 {number} 的卷宗</translation>
    </message>
    <message>
        <source>Making the dossier</source>
        <translation>正在生成卷宗</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left behind.</source>
        <translation>已停止，没有留下任何文件。</translation>
    </message>
    <message>
        <source>One PDF, the originals, and a list by which anybody can check them without this program.</source>
        <translation>一份 PDF、全部原始文件，以及一份任何人不用本程序也能核对的清单。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close without exporting (Esc)</source>
        <translation>不导出并关闭 (Esc)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>读者</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺漏检查</translation>
    </message>
    <message>
        <source>Signature and time</source>
        <translation>签名与时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>预览…</translation>
    </message>
    <message>
        <source>Look at the PDF before it goes out (Ctrl+P)</source>
        <translation>发出前先看看 PDF (Ctrl+P)</translation>
    </message>
    <message>
        <source>Make the dossier (Ctrl+Enter)</source>
        <translation>制作卷宗 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open the place in your file manager</source>
        <translation>在文件管理器中打开所在位置</translation>
    </message>
    <message>
        <source>Open PDF</source>
        <translation>打开 PDF</translation>
    </message>
    <message>
        <source>Read the dossier</source>
        <translation>阅读卷宗</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>time stamp</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签名</translation>
    </message>
    <message>
        <source>Answer the findings that stop the dossier first.</source>
        <translation>请先答复阻止卷宗导出的发现。</translation>
    </message>
</context>
<context>
    <name>ExportEnd</name>
    <message>
        <source>Read it before you send it: it holds everything that is filed in this case. VERIFY.txt in it says how a reader can check it.</source>
        <translation>发送前请先读一遍：其中包含此案件的全部内容。卷宗里的 VERIFY.txt 说明了读者如何核对。</translation>
    </message>
    <message>
        <source>The dossier is ready.</source>
        <translation>卷宗已生成。</translation>
    </message>
    <message>
        <source>Since the last one for {reader} ({time}):</source>
        <translation>上一份卷宗（给 {reader}，{time}）之后：</translation>
    </message>
    <message>
        <source>Nothing changed in the record.</source>
        <translation>记录没有变化。</translation>
    </message>
</context>
<context>
    <name>ExportMany</name>
    <message>
        <source>Making the dossiers</source>
        <translation>正在制作卷宗</translation>
    </message>
</context>
<context>
    <name>ExportManyDialog</name>
    <message numerus="yes">
        <source>Export %n dossier(s)</source>
        <translation>
            <numerusform>导出 %n 份卷宗</numerusform>
        </translation>
    </message>
    <message>
        <source>The same for all, or empty</source>
        <translation>全部相同，也可以不填</translation>
    </message>
    <message>
        <source>A folder each</source>
        <translation>各一个文件夹</translation>
    </message>
    <message>
        <source>One ZIP file each</source>
        <translation>各一个 ZIP 文件</translation>
    </message>
    <message>
        <source>What became of each case</source>
        <translation>每个案件的结果</translation>
    </message>
    <message>
        <source>Making the dossiers</source>
        <translation>正在制作卷宗</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) written</source>
        <translation>
            <numerusform>已写出 %n 份卷宗</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) without a dossier</source>
        <translation>
            <numerusform>有 %n 个案件没有卷宗</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. The dossiers that were ready stay.</source>
        <translation>已停止。已经完成的卷宗会保留。</translation>
    </message>
    <message>
        <source>One after the other, each checked for secrets. A case that cannot go out stops no other.</source>
        <translation>逐一制作，每份都会检查是否含有秘密。某个案件不能导出时，不影响其他案件。</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>As</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close without exporting (Esc)</source>
        <translation>关闭，不导出 (Esc)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Make the dossiers</source>
        <translation>制作卷宗</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open the place in your file manager</source>
        <translation>在文件管理器中打开所在位置</translation>
    </message>
    <message>
        <source>Say where to put the dossiers.</source>
        <translation>请说明把卷宗放在哪里。</translation>
    </message>
    <message>
        <source>Put the dossiers into</source>
        <translation>把卷宗放入</translation>
    </message>
</context>
<context>
    <name>ExportPlace</name>
    <message>
        <source>A folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>One ZIP file, for sending</source>
        <translation>一个 ZIP 文件，便于发送</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Another limit…</source>
        <translation>其他上限…</translation>
    </message>
    <message>
        <source>Largest part, in megabytes</source>
        <translation>每部分的上限，单位 MB</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose the place</source>
        <translation>选择位置</translation>
    </message>
    <message>
        <source>Replace the earlier dossier</source>
        <translation>替换之前的卷宗</translation>
    </message>
    <message>
        <source>As</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Size limit</source>
        <translation>大小上限</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>存放到</translation>
    </message>
    <message>
        <source>Say where to put the dossier.</source>
        <translation>请说明卷宗放在哪里。</translation>
    </message>
    <message>
        <source>There is something of this name already.</source>
        <translation>已有同名文件。</translation>
    </message>
    <message>
        <source>Put the dossier into</source>
        <translation>把卷宗保存到</translation>
    </message>
    <message>
        <source>A larger dossier is split into parts that can each be checked; the exhibits&apos; numbers go on.</source>
        <translation>更大的卷宗会分成几部分，每部分都可单独核对；证物编号连续。</translation>
    </message>
</context>
<context>
    <name>ExportProof</name>
    <message>
        <source>Not signed</source>
        <translation>不签名</translation>
    </message>
    <message>
        <source>With my own certificate file</source>
        <translation>用我自己的证书文件</translation>
    </message>
    <message>
        <source>With a certificate made on this computer</source>
        <translation>用在本机制作的证书</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose the certificate file</source>
        <translation>选择证书文件</translation>
    </message>
    <message>
        <source>Your name, as it shall stand in the certificate</source>
        <translation>写入证书的姓名</translation>
    </message>
    <message>
        <source>Ask a time-stamp service</source>
        <translation>请求时间戳服务</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>Its passphrase</source>
        <translation>证书口令</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>Choose the certificate file to sign with.</source>
        <translation>请选择用来签名的证书文件。</translation>
    </message>
    <message>
        <source>Give the name to sign with.</source>
        <translation>请填写签名用的姓名。</translation>
    </message>
    <message>
        <source>Give the address of the time-stamp service.</source>
        <translation>请填写时间戳服务的地址。</translation>
    </message>
    <message>
        <source>Certificates (*.p12 *.pfx *.pem)</source>
        <translation>证书 (*.p12 *.pfx *.pem)</translation>
    </message>
    <message>
        <source>The list of hashes lets anybody check the dossier all the same.</source>
        <translation>任何人仍可用哈希清单核对卷宗。</translation>
    </message>
    <message>
        <source>Readers see whom the certificate names and who vouches for it. Nothing is drawn on the pages.</source>
        <translation>读者能看到证书上的姓名以及由谁担保。页面上不会画任何东西。</translation>
    </message>
    <message>
        <source>Shows that the PDF is unchanged since it was signed. Nobody vouches for the name; readers are told so.</source>
        <translation>表明 PDF 自签名后没有改动。没有人为该姓名担保，读者会得知这一点。</translation>
    </message>
    <message>
        <source>At the end this computer connects to that host and sends one hash: not the dossier, and no name. If it cannot be reached the dossier is made all the same, and the time stamp waits.</source>
        <translation>最后本机会连接该主机并发送一个哈希值：不发送卷宗，也不发送姓名。若无法连接，卷宗照样制作，时间戳留待以后再取。</translation>
    </message>
    <message>
        <source>Off: nothing is sent anywhere.</source>
        <translation>关闭：不会向任何地方发送内容。</translation>
    </message>
</context>
<context>
    <name>ExportReader</name>
    <message>
        <source>An outsider: ombudsman, bank, court, lawyer</source>
        <translation>外部人士：调解机构、银行、法院、律师</translation>
    </message>
    <message>
        <source>The firm itself</source>
        <translation>平台自身</translation>
    </message>
    <message>
        <source>Such as the name of the ombudsman</source>
        <translation>例如申诉专员的名称</translation>
    </message>
    <message>
        <source>Full, with a page for each exhibit</source>
        <translation>完整，每件证物都有页面</translation>
    </message>
    <message>
        <source>Short, without the exhibits&apos; pages</source>
        <translation>简短，不含证物页面</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>US Letter</translation>
    </message>
    <message>
        <source>Kept in the list of exports, not printed.</source>
        <translation>只记入导出清单，不印在卷宗里。</translation>
    </message>
    <message>
        <source>For</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>收件方</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>篇幅</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>With everything that is recorded.</source>
        <translation>包含全部记录。</translation>
    </message>
    <message>
        <source>Without your own notes, the body it is for, other proceedings and your answers to the gap report.</source>
        <translation>不含您自己的备注、受理机构、其他程序，以及您对缺漏报告的答复。</translation>
    </message>
    <message>
        <source>Front page, attempts, chronology, every exhibit with its own page, and how to check it all.</source>
        <translation>首页、交涉经过、时间顺序、每件证物的页面，以及核对方法。</translation>
    </message>
    <message>
        <source>Front page, attempts, chronology, the list of exhibits, and how to check it all.</source>
        <translation>首页、交涉经过、时间顺序、证物清单，以及核对方法。</translation>
    </message>
</context>
<context>
    <name>ExportsDialog</name>
    <message>
        <source>Exports</source>
        <translation>导出清单</translation>
    </message>
    <message>
        <source>Dossiers that went out, newest first</source>
        <translation>已发出的卷宗，最新的在前</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Export dossier…</source>
        <translation>导出卷宗…</translation>
    </message>
    <message>
        <source>Make another dossier of this case</source>
        <translation>为此案件再制作一份卷宗</translation>
    </message>
    <message>
        <source>Send the hash of the list once more, nothing else</source>
        <translation>再发送一次清单的哈希值，除此之外不发送任何内容</translation>
    </message>
    <message>
        <source>No dossier was made of this case yet. What goes out is listed here, for whom and when.</source>
        <translation>此案件还没有制作过卷宗。发出的内容会列在这里：给谁、何时。</translation>
    </message>
    <message>
        <source>What went out, and what was recorded since. The files themselves are not kept here.</source>
        <translation>发出过什么，以及此后又记录了什么。文件本身不保存在这里。</translation>
    </message>
    <message>
        <source>Ask {host} again for the time stamp</source>
        <translation>再次向 {host} 请求时间戳</translation>
    </message>
    <message>
        <source>shows the record at entry {number} of the ledger</source>
        <translation>显示账本第 {number} 条时的记录</translation>
    </message>
    <message>
        <source>Nothing changed in the record.</source>
        <translation>记录没有变化。</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>此后</translation>
    </message>
    <message>
        <source>SHA-256 of MANIFEST.sha256</source>
        <translation>MANIFEST.sha256 的 SHA-256</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在请求…</translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>Show {case}</source>
        <translation>显示 {case}</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Exhibits of the case</source>
        <translation>本案件的证物</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Every channel</source>
        <translation>所有渠道</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Every ticket</source>
        <translation>所有工单</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation>{found} / {total}</translation>
    </message>
    <message>
        <source>{found} of {total} contacts</source>
        <translation>{total} 条联系记录中的 {found} 条</translation>
    </message>
    <message>
        <source>Find in this case</source>
        <translation>在本案中查找</translation>
    </message>
    <message>
        <source>Words in this case</source>
        <translation>本案中的文字</translation>
    </message>
    <message>
        <source>Show only contacts with all of these words (Ctrl+F)</source>
        <translation>只显示包含所有这些文字的联系记录 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show every contact again (Esc)</source>
        <translation>重新显示所有联系记录 (Esc)</translation>
    </message>
</context>
<context>
    <name>FirmDialog</name>
    <message>
        <source>New firm</source>
        <translation>新建平台</translation>
    </message>
    <message>
        <source>Add firm</source>
        <translation>添加平台</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Two letters, such as SG or GB</source>
        <translation>两个字母，如 SG 或 GB</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Its public holidays are not business days when dates are counted.</source>
        <translation>计算日期时，该国公众假日不算工作日。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Where days are counted for this firm; empty: yours.</source>
        <translation>按哪里的时间计算该平台的天数；留空则按您所在时区。</translation>
    </message>
    <message>
        <source>Official addresses, how you checked them, when</source>
        <translation>官方联系地址、您如何核实、何时核实</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>As its terms state it</source>
        <translation>照其条款所写</translation>
    </message>
    <message>
        <source>Legal name</source>
        <translation>法定名称</translation>
    </message>
    <message>
        <source>Who licensed it, and under which number</source>
        <translation>发牌机构和牌照号</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>牌照</translation>
    </message>
    <message>
        <source>Where complaints are sent</source>
        <translation>投诉寄送地址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>These three stand on the front page of a dossier.</source>
        <translation>这三项会印在卷宗首页。</translation>
    </message>
    <message>
        <source>What is the firm called?</source>
        <translation>平台叫什么名字？</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>添加账户…</translation>
    </message>
    <message>
        <source>Note an account you have at this firm</source>
        <translation>记下您在该平台的一个账户</translation>
    </message>
    <message>
        <source>Edit account…</source>
        <translation>编辑账户…</translation>
    </message>
    <message>
        <source>Change the chosen account</source>
        <translation>修改所选账户</translation>
    </message>
    <message>
        <source>Your accounts</source>
        <translation>您的账户</translation>
    </message>
    <message>
        <source>Official contacts…</source>
        <translation>官方联系方式…</translation>
    </message>
    <message>
        <source>By what it really writes, and its anti-phishing code</source>
        <translation>它真正使用的联系方式，以及它的防钓鱼码</translation>
    </message>
    <message>
        <source>Ways to reach it…</source>
        <translation>联系渠道…</translation>
    </message>
    <message>
        <source>Its chat, form, address and number, with hours, languages and cost</source>
        <translation>其在线客服、工单、邮箱与电话，含时间、语言和费用</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
</context>
<context>
    <name>FirmPage</name>
    <message>
        <source>verified {day}</source>
        <translation>核实于 {day}</translation>
    </message>
    <message>
        <source>look up again</source>
        <translation>请重新核对</translation>
    </message>
    <message>
        <source>does not hold here</source>
        <translation>此处不适用</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) of which only the day is known</source>
        <translation>
            <numerusform>%n 次答复只知道日期</numerusform>
        </translation>
    </message>
    <message>
        <source>{kept} of {all}</source>
        <translation>{all} 项中 {kept} 项</translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation>
            <numerusform>%n 项未到结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them late</source>
        <translation>
            <numerusform>其中 %n 项已过期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown or withdrawn</source>
        <translation>
            <numerusform>%n 项不明或已撤回</numerusform>
        </translation>
    </message>
    <message>
        <source>since {day}, not over</source>
        <translation>自 {day} 起，尚未结束</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>自 {day} 起</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>进行中的案件</translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>%n 个已结束</numerusform>
        </translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>涉及金额</translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation>兑现的承诺</translation>
    </message>
    <message>
        <source>Longest wait for an answer</source>
        <translation>等待答复最久</translation>
    </message>
    <message>
        <source>Firm and accounts…</source>
        <translation>平台与账户…</translation>
    </message>
    <message>
        <source>Change what is known of this firm</source>
        <translation>修改该平台的资料</translation>
    </message>
    <message>
        <source>List its cases</source>
        <translation>列出其案件</translation>
    </message>
    <message>
        <source>Show its cases in a list, with the chosen one beside it</source>
        <translation>以列表显示其案件，选中的案件在旁边</translation>
    </message>
    <message>
        <source>How long answers take</source>
        <translation>答复用时</translation>
    </message>
    <message>
        <source>Nothing to count yet: an answer by a person to something you sent is timed here, by channel.</source>
        <translation>还没有可统计的：您发出的内容得到真人答复后，这里按渠道统计用时。</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>New case (Ctrl+N)</source>
        <translation>新建案件 (Ctrl+N)</translation>
    </message>
    <message>
        <source>No case with this firm yet.</source>
        <translation>与该平台还没有案件。</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Nothing was promised yet, or it was not noted (Ctrl+P in a case).</source>
        <translation>还没有承诺，或者没有记下（在案件中按 Ctrl+P）。</translation>
    </message>
    <message>
        <source>Your accounts</source>
        <translation>您的账户</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>UID, user name and registered mail: they ask for it.</source>
        <translation>UID、用户名和注册邮箱：客服会问。</translation>
    </message>
    <message>
        <source>Official contacts</source>
        <translation>官方联系方式</translation>
    </message>
    <message>
        <source>Add, look up again, withdraw</source>
        <translation>添加、重新核对、撤回</translation>
    </message>
    <message>
        <source>By what it really writes, as you verified it. A mail from anywhere else is warned of.</source>
        <translation>经您核实、该平台真正使用的联系方式。来自其他地方的邮件会有警告。</translation>
    </message>
    <message>
        <source>Ways to reach it</source>
        <translation>联系途径</translation>
    </message>
    <message>
        <source>Add a way</source>
        <translation>添加联系途径</translation>
    </message>
    <message>
        <source>Its chat, form, address and number, with hours and cost.</source>
        <translation>它的聊天入口、表单、地址和电话，以及服务时间和费用。</translation>
    </message>
    <message>
        <source>Its own rules</source>
        <translation>该平台自己的规则</translation>
    </message>
    <message>
        <source>See and set what is usual at this firm</source>
        <translation>查看并设定该平台的惯例</translation>
    </message>
    <message>
        <source>The guide&apos;s figures hold here. Set your own once you know better.</source>
        <translation>这里适用指引的数字。等您更了解后可设定自己的。</translation>
    </message>
</context>
<context>
    <name>FirmRuleDialog</name>
    <message>
        <source>Own figure for {firm}</source>
        <translation>{firm} 的自定期限</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The guide says {figure}.</source>
        <translation>指南为 {figure}。</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>The later end, where there is one</source>
        <translation>较晚的一端（如有）</translation>
    </message>
    <message>
        <source>This rule does not hold at this firm</source>
        <translation>此规则不适用于该平台</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Such as: their help page of today, or what I have seen</source>
        <translation>例如：对方今天的帮助页面，或我的亲身经历</translation>
    </message>
    <message>
        <source>How you know</source>
        <translation>您如何得知</translation>
    </message>
    <message>
        <source>The later figure is smaller than the earlier one.</source>
        <translation>较晚的数字小于较早的数字。</translation>
    </message>
    <message>
        <source>How do you know? Their own words, or what you saw.</source>
        <translation>您如何得知？对方的说法，或您的亲见。</translation>
    </message>
</context>
<context>
    <name>FirmRulesDialog</name>
    <message>
        <source>What is usual at {firm}</source>
        <translation>{firm} 的惯常期限</translation>
    </message>
    <message>
        <source>The guide&apos;s figures hold until you know better. Your own figure for {firm} goes before it everywhere: in what is suggested, in the warning before sending again, and in deadlines. The guide&apos;s source stays shown.</source>
        <translation>在您掌握更确切的信息之前，以指南的期限为准。您为 {firm} 设定的期限在各处优先：建议、重新发送前的提示以及期限。指南的来源始终显示。</translation>
    </message>
    <message>
        <source>Rules of the guide</source>
        <translation>指南的规则</translation>
    </message>
    <message>
        <source>Own figure…</source>
        <translation>自定期限…</translation>
    </message>
    <message>
        <source>Set a figure of your own for this firm</source>
        <translation>为该平台设定您自己的期限</translation>
    </message>
    <message>
        <source>As the guide has it</source>
        <translation>恢复指南的期限</translation>
    </message>
    <message>
        <source>Take the own figure back</source>
        <translation>撤回自定期限</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Recorded by you on {day}: {why}</source>
        <translation>由您于 {day} 记录：{why}</translation>
    </message>
    <message>
        <source>checked on {day}</source>
        <translation>核对于 {day}</translation>
    </message>
    <message>
        <source>The guide says {figure}.</source>
        <translation>指南为 {figure}。</translation>
    </message>
    <message>
        <source>does not hold here</source>
        <translation>对该平台不适用</translation>
    </message>
    <message>
        <source>{figure} (own figure)</source>
        <translation>{figure}（自定）</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Welcome to Casebook</source>
        <translation>欢迎使用 Casebook</translation>
    </message>
    <message>
        <source>Your casebook is one folder that holds all you write down. It stays on this computer; nothing is sent anywhere.</source>
        <translation>案件簿是一个文件夹，存放您记下的一切。它只留在这台电脑上，不会发往任何地方。</translation>
    </message>
    <message>
        <source>The folder of the casebook</source>
        <translation>案件簿文件夹</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>Put the casebook elsewhere, or open one that you have already</source>
        <translation>把案件簿放到别处，或打开已有的案件簿</translation>
    </message>
    <message>
        <source>Without a passphrase</source>
        <translation>不设口令</translation>
    </message>
    <message>
        <source>Opens at once. Whoever can use your account, or takes the disk, can read it.</source>
        <translation>直接打开。能使用您的账户或拿到硬盘的人都能读取。</translation>
    </message>
    <message>
        <source>Encrypted, with a passphrase</source>
        <translation>加密，设口令</translation>
    </message>
    <message>
        <source>Records, attachments and backups are unreadable without it. You can change your mind later.</source>
        <translation>没有口令就无法读取记录、附件和备份。以后可以随时更改。</translation>
    </message>
    <message>
        <source>Nobody can open the casebook without the passphrase or the recovery key. The recovery key is shown next.</source>
        <translation>没有口令或恢复密钥，任何人都无法打开案件簿。下一步会显示恢复密钥。</translation>
    </message>
    <message>
        <source>The language of the window; it can be changed at any time (View menu)</source>
        <translation>窗口的语言；随时可在“视图”菜单中更改</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>先看看示例</translation>
    </message>
    <message>
        <source>An invented casebook, made in a few seconds beside your own; you come back with one click</source>
        <translation>几秒钟即可做好的虚构案件簿，放在您自己的旁边；点一下即可回来</translation>
    </message>
    <message>
        <source>Open this casebook</source>
        <translation>打开此案件簿</translation>
    </message>
    <message>
        <source>Start my own</source>
        <translation>建立我自己的</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Go on with these choices (Enter)</source>
        <translation>按以上选择继续 (Enter)</translation>
    </message>
</context>
<context>
    <name>FoldedWords</name>
    <message>
        <source>Promise from these words…</source>
        <translation>将所选文字记为承诺…</translation>
    </message>
    <message>
        <source>Request from these words…</source>
        <translation>将所选文字记为材料要求…</translation>
    </message>
    <message>
        <source>Promise…</source>
        <translation>承诺…</translation>
    </message>
    <message>
        <source>Request…</source>
        <translation>材料要求…</translation>
    </message>
    <message>
        <source>Hide quoted words</source>
        <translation>隐藏引用内容</translation>
    </message>
    <message numerus="yes">
        <source>Show %n quoted line(s)</source>
        <translation>
            <numerusform>显示 %n 行引用内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier words that this message repeats</source>
        <translation>此邮件重复的先前内容</translation>
    </message>
    <message>
        <source>Hide signature</source>
        <translation>隐藏签名</translation>
    </message>
    <message>
        <source>Show signature</source>
        <translation>显示签名</translation>
    </message>
    <message>
        <source>What stands below the words of this message</source>
        <translation>此邮件正文之下的签名</translation>
    </message>
</context>
<context>
    <name>FollowUpCommands</name>
    <message>
        <source>Done: {what}</source>
        <translation>已完成：{what}</translation>
    </message>
    <message>
        <source>Taken off: {what}</source>
        <translation>已取消：{what}</translation>
    </message>
    <message>
        <source>Snoozed until {when}</source>
        <translation>已推迟到 {when}</translation>
    </message>
    <message>
        <source>Moved to {when}</source>
        <translation>已改到 {when}</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n 项待办</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Add follow-up</source>
        <translation>添加待办</translation>
    </message>
    <message>
        <source>What is to be done then?</source>
        <translation>到时要做什么？</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What is to be done then? A few words are enough.</source>
        <translation>到时要做什么？几个字就够了。</translation>
    </message>
    <message>
        <source>{what}, not before {when}</source>
        <translation>{what}，不早于 {when}</translation>
    </message>
    <message>
        <source>Take the guide&apos;s date</source>
        <translation>采用指南给出的日期</translation>
    </message>
    <message>
        <source>Another time or task</source>
        <translation>其他时间或事项</translation>
    </message>
    <message>
        <source>Choose the time yourself</source>
        <translation>自己选择时间</translation>
    </message>
    <message>
        <source>The guide says</source>
        <translation>指南建议</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>What you typed is not saved. Press Esc again to discard it.</source>
        <translation>您输入的内容尚未保存。再按一次 Esc 将放弃。</translation>
    </message>
    <message>
        <source>Save and close (Ctrl+Enter)</source>
        <translation>保存并关闭 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close without saving (Esc)</source>
        <translation>不保存并关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>FoundBar</name>
    <message>
        <source>Add the sure ones</source>
        <translation>添加确定的各项</translation>
    </message>
    <message>
        <source>Record everything whose form leaves no doubt: numbers behind a label, checked addresses</source>
        <translation>记录所有形式明确的内容：带标签的编号、校验过的地址</translation>
    </message>
    <message>
        <source>Named in this message, not recorded yet:</source>
        <translation>此消息中提到、尚未记录的内容：</translation>
    </message>
    <message>
        <source>Named in this message (file it to record them):</source>
        <translation>此消息中提到的内容（归档后可记录）：</translation>
    </message>
    <message>
        <source>Record this in the case:
{what}</source>
        <translation>记录到案件中：
{what}</translation>
    </message>
    <message>
        <source>Record {what}</source>
        <translation>记录{what}</translation>
    </message>
    <message>
        <source>Do not offer this again</source>
        <translation>不再提示此项</translation>
    </message>
    <message>
        <source>Do not offer {what} again</source>
        <translation>不再提示{what}</translation>
    </message>
</context>
<context>
    <name>FoundCommands</name>
    <message>
        <source>It will not be offered again</source>
        <translation>不再提示此项</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>Named in the mails: what is ticked is recorded with the case</source>
        <translation>邮件中提到：勾选的内容将随案件一并记录</translation>
    </message>
</context>
<context>
    <name>GapAnswerDialog</name>
    <message>
        <source>Answer a finding</source>
        <translation>答复发现</translation>
    </message>
    <message>
        <source>Save answer</source>
        <translation>保存答复</translation>
    </message>
    <message>
        <source>With an answer the dossier can be made, and these words go out as they stand. Answer only if it is no secret, or no longer one. Do not write the secret into the answer.</source>
        <translation>答复之后即可生成卷宗，这些文字会原样外传。只有当它不是秘密、或已不再是秘密时才答复。请勿在答复中写出秘密本身。</translation>
    </message>
    <message>
        <source>Such as: the firm was closed for the holidays until 8 October</source>
        <translation>例如：平台放假至 10 月 8 日</translation>
    </message>
    <message>
        <source>Such as: the order number of the shop, not a card number</source>
        <translation>例如：这是商店的订单号，不是银行卡号</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>您的答复</translation>
    </message>
    <message>
        <source>Kept with the case and told in its history.</source>
        <translation>随案件保存，并记入其历史。</translation>
    </message>
    <message>
        <source>Take answer back</source>
        <translation>收回答复</translation>
    </message>
    <message>
        <source>The finding is open again</source>
        <translation>该发现将重新变为未处理</translation>
    </message>
    <message>
        <source>Say why it is as it is.</source>
        <translation>请说明为何如此。</translation>
    </message>
</context>
<context>
    <name>GapCommands</name>
    <message>
        <source>Looking for gaps</source>
        <translation>正在检查缺漏</translation>
    </message>
</context>
<context>
    <name>GapDialog</name>
    <message>
        <source>Gaps</source>
        <translation>缺漏检查</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Search the case anew</source>
        <translation>重新检查此案件</translation>
    </message>
    <message>
        <source>Export dossier…</source>
        <translation>导出卷宗…</translation>
    </message>
    <message>
        <source>Make the PDF and the evidence pack</source>
        <translation>生成 PDF 和证据包</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>What a reader of the dossier will look for and not find. Fill a gap, or answer it in your own words; only suspected secrets stop the dossier.</source>
        <translation>卷宗的读者会寻找却找不到的内容。请补上，或用您自己的话答复；只有疑似秘密信息会阻止生成卷宗。</translation>
    </message>
</context>
<context>
    <name>GapList</name>
    <message>
        <source>Which findings are shown</source>
        <translation>显示哪些发现</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Show the record that this is about (Enter)</source>
        <translation>显示相关记录（Enter）</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>Say in your own words why it is as it is (Space); the answer is kept with the case</source>
        <translation>用您自己的话说明为何如此（空格键）；答复会随案件保存</translation>
    </message>
    <message>
        <source>Everything ({count})</source>
        <translation>全部（{count}）</translation>
    </message>
    <message>
        <source>Change answer…</source>
        <translation>修改答复…</translation>
    </message>
    <message>
        <source>Nothing is missing that this program looks for.</source>
        <translation>本程序检查的各项都不缺。</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) to be removed or answered before the dossier can be made.</source>
        <translation>
            <numerusform>有 %n 处发现须先移除或说明，才能生成卷宗。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open finding(s). The dossier can be made all the same.</source>
        <translation>
            <numerusform>还有 %n 处发现未处理，卷宗仍可生成。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every finding is answered.</source>
        <translation>所有发现均已答复。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Save the contact</source>
        <translation>保存联系记录</translation>
    </message>
    <message>
        <source>Paste a screenshot</source>
        <translation>粘贴截图</translation>
    </message>
    <message>
        <source>From the search field into the results</source>
        <translation>从搜索框进入结果</translation>
    </message>
    <message>
        <source>Open what was found</source>
        <translation>打开所选结果</translation>
    </message>
    <message>
        <source>Leave the search</source>
        <translation>离开搜索</translation>
    </message>
    <message>
        <source>Due: done, snooze, another day, no longer needed</source>
        <translation>到期待办：完成、稍后提醒、改期、不再需要</translation>
    </message>
    <message>
        <source>Due: why this day, write to them</source>
        <translation>到期待办：为什么是这天、写信</translation>
    </message>
    <message>
        <source>Choose several that are due</source>
        <translation>选中多项到期待办</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>In lists and fields</source>
        <translation>列表与输入框</translation>
    </message>
    <message>
        <source>Help: {page}</source>
        <translation>帮助：{page}</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Type words in either language; ↓ and ↑ walk through the pages (Ctrl+F)</source>
        <translation>输入中文或英文；用 ↓ 和 ↑ 逐页查看（Ctrl+F）</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>帮助目录</translation>
    </message>
    <message>
        <source>No page says that. Try another word, or part of one.</source>
        <translation>没有哪一页提到它。请换一个词，或只输入一部分。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The page before (Alt+Left)</source>
        <translation>上一页（Alt+←）</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print this page, or save it as a PDF</source>
        <translation>打印此页，或另存为 PDF</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the help (Esc)</source>
        <translation>关闭帮助（Esc）</translation>
    </message>
</context>
<context>
    <name>HelpSearchDialog</name>
    <message>
        <source>Help-centre search</source>
        <translation>帮助中心检索</translation>
    </message>
    <message>
        <source>Log search</source>
        <translation>记录检索</translation>
    </message>
    <message>
        <source>Words you looked for, with commas between them</source>
        <translation>您查过的关键词，用逗号分隔</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>查过</translation>
    </message>
    <message>
        <source>Title or address, one on each line; empty where nothing came up</source>
        <translation>标题或网址，每行一个；没有结果则留空</translation>
    </message>
    <message>
        <source>Articles found</source>
        <translation>找到的文章</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Did it help?</source>
        <translation>有帮助吗？</translation>
    </message>
    <message>
        <source>Relied on</source>
        <translation>所依据的页面</translation>
    </message>
    <message>
        <source>Help pages change without notice: keep a copy of what you rely on.</source>
        <translation>帮助页面会不经通知变更：请保存您所依据的版本。</translation>
    </message>
    <message>
        <source>Attach a copy…</source>
        <translation>附上副本…</translation>
    </message>
    <message>
        <source>A screenshot or a saved page of the article</source>
        <translation>文章的截图或保存的网页</translation>
    </message>
    <message>
        <source>What it said, as far as it matters</source>
        <translation>文章中与此相关的内容</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Which words did you look for?</source>
        <translation>您查过哪些关键词？</translation>
    </message>
    <message>
        <source>Help centres find one word and not the other. Not tried yet:</source>
        <translation>帮助中心用词不一，换个说法或许能找到。还没试过：</translation>
    </message>
    <message>
        <source>Tried before: {words}</source>
        <translation>之前试过：{words}</translation>
    </message>
    <message>
        <source>Add “{word}” to what you looked for</source>
        <translation>将“{word}”加入查过的关键词</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Activity</source>
        <translation>操作历史</translation>
    </message>
    <message>
        <source>What was done, newest first</source>
        <translation>做过的操作，最新的在前</translation>
    </message>
    <message>
        <source>The chosen entry</source>
        <translation>选中的条目</translation>
    </message>
    <message>
        <source>Everything that was ever recorded here. Choose a line to see the words that stood there before.</source>
        <translation>这里记录过的一切。选中一行即可查看原来的文字。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>entry {number} of the ledger</source>
        <translation>账本第 {number} 条</translation>
    </message>
    <message>
        <source>Nothing else changed.</source>
        <translation>没有其他改动。</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>ImportChoose</name>
    <message>
        <source>Files and folders to read</source>
        <translation>要读取的文件和文件夹</translation>
    </message>
    <message>
        <source>All files (*);;Mail (*.eml *.mbox *.mbx *.msg *.emlx *.zip)</source>
        <translation>所有文件 (*);;邮件 (*.eml *.mbox *.mbx *.msg *.emlx *.zip)</translation>
    </message>
    <message>
        <source>Choose mail files</source>
        <translation>选择邮件文件</translation>
    </message>
    <message>
        <source>Choose a folder of mail</source>
        <translation>选择邮件文件夹</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Mails, mailboxes, archives (Ctrl+O)</source>
        <translation>邮件、邮箱、压缩包（Ctrl+O）</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Every mail in a folder</source>
        <translation>文件夹中的所有邮件</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take the chosen lines off this list (Del)</source>
        <translation>从列表中移除所选行（Del）</translation>
    </message>
    <message>
        <source>Mailbox on a server…</source>
        <translation>服务器上的邮箱…</translation>
    </message>
    <message>
        <source>Fetch from a mail account</source>
        <translation>从邮箱账户收取</translation>
    </message>
    <message>
        <source>Paste a mail…</source>
        <translation>粘贴邮件…</translation>
    </message>
    <message>
        <source>The raw source of one message (Ctrl+V)</source>
        <translation>一封邮件的源文（Ctrl+V）</translation>
    </message>
    <message>
        <source>Paste a chat…</source>
        <translation>粘贴聊天…</translation>
    </message>
    <message>
        <source>A conversation copied from a chat window</source>
        <translation>从聊天窗口复制的对话</translation>
    </message>
    <message>
        <source>What shall be read?</source>
        <translation>要读取什么？</translation>
    </message>
    <message>
        <source>Add mails (.eml, .msg), whole mailboxes (.mbox, Google Takeout, folders of a mail program), chat exports (Telegram, Discord, WhatsApp) and .zip of these, or drop them here. They are copied, not moved.</source>
        <translation>添加邮件（.eml、.msg）、整个邮箱（.mbox、Google Takeout、邮件程序的文件夹）、聊天导出（Telegram、Discord、WhatsApp）以及含有这些内容的 .zip，或将其拖到此处。只会复制，不会移动原文件。</translation>
    </message>
    <message>
        <source>Or from elsewhere</source>
        <translation>或从别处导入</translation>
    </message>
    <message>
        <source>Pasted mail {number} ({size})</source>
        <translation>粘贴的邮件 {number}（{size}）</translation>
    </message>
</context>
<context>
    <name>ImportCommands</name>
    <message>
        <source>Looking at what is there</source>
        <translation>正在查看内容</translation>
    </message>
    <message>
        <source>Importing mail</source>
        <translation>正在导入邮件</translation>
    </message>
    <message>
        <source>Reading a mail</source>
        <translation>正在读取邮件</translation>
    </message>
    <message>
        <source>Searching the report</source>
        <translation>正在搜索报告</translation>
    </message>
    <message>
        <source>import-report.csv</source>
        <translation>导入报告.csv</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Saving the report</source>
        <translation>正在保存报告</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import mail</source>
        <translation>导入邮件</translation>
    </message>
    <message>
        <source>Importing mail</source>
        <translation>正在导入邮件</translation>
    </message>
    <message>
        <source>What was read until then is kept. A second import goes on where this one stopped.</source>
        <translation>已读取的内容会保留。再次导入时会从停下的地方继续。</translation>
    </message>
    <message>
        <source>Import stopped.</source>
        <translation>导入已停止。</translation>
    </message>
    <message>
        <source>File in</source>
        <translation>归入</translation>
    </message>
    <message>
        <source>Sent by you, if it comes from: {addresses}</source>
        <translation>来自以下地址的视为您发送的：{addresses}</translation>
    </message>
    <message>
        <source>No address of yours is known yet, so every mail would count as received. Note your account at the firm first, with the addresses you write from.</source>
        <translation>还不知道您自己的邮箱地址，所有邮件都会被当作收到的。请先记下您在平台的账户和您发信所用的地址。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking at what is there</source>
        <translation>正在查看内容</translation>
    </message>
    <message>
        <source>Sort automatically; what is not certain waits in the inbox</source>
        <translation>自动归类；不确定的留在收件箱等待</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation>另选内容</translation>
    </message>
    <message>
        <source>Close without importing (Esc)</source>
        <translation>不导入并关闭 (Esc)</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>先看内容</translation>
    </message>
    <message>
        <source>Show what would come in; nothing is recorded yet (Enter)</source>
        <translation>显示将会导入什么；此时不记录任何内容（Enter）</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Read these mails (Ctrl+Enter)</source>
        <translation>读取这些邮件（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Import without looking</source>
        <translation>直接导入</translation>
    </message>
    <message>
        <source>Import what is ticked</source>
        <translation>导入勾选的内容</translation>
    </message>
</context>
<context>
    <name>ImportPlurals</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 封</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 封新的</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个会话</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreviewPage</name>
    <message>
        <source>Search subject, people or firm (Ctrl+F)</source>
        <translation>搜索主题、人员或平台（Ctrl+F）</translation>
    </message>
    <message>
        <source>Search the conversations</source>
        <translation>搜索会话</translation>
    </message>
    <message>
        <source>Only with my firms and cases</source>
        <translation>仅显示与我的平台和案件有关的</translation>
    </message>
    <message>
        <source>No message was found.</source>
        <translation>没有找到邮件。</translation>
    </message>
    <message numerus="yes">
        <source>%n in this casebook already</source>
        <translation>
            <numerusform>%n 封已在此案件簿中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would file themselves</source>
        <translation>
            <numerusform>%n 封将自动归档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would wait in the inbox</source>
        <translation>
            <numerusform>%n 封将留在收件箱</numerusform>
        </translation>
    </message>
    <message>
        <source>Most of this has nothing to do with a firm or case of yours. You need not take it in.</source>
        <translation>其中大部分与您的平台或案件无关，不必导入。</translation>
    </message>
    <message>
        <source>Conversations that would come in</source>
        <translation>将会导入的会话</translation>
    </message>
    <message>
        <source>Space ticks a conversation or leaves it out</source>
        <translation>按空格键勾选或取消一个会话</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全部勾选</translation>
    </message>
    <message>
        <source>Tick every conversation shown</source>
        <translation>勾选显示的每个会话</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Leave every conversation shown out</source>
        <translation>不导入显示的任何会话</translation>
    </message>
    <message>
        <source>Tick only my firms and cases</source>
        <translation>仅勾选我的平台和案件</translation>
    </message>
    <message>
        <source>Tick what concerns a firm or case of this casebook, and nothing else</source>
        <translation>只勾选与此案件簿的平台或案件有关的会话</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) would come in</source>
        <translation>
            <numerusform>将导入 %n 封</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>No firm of this casebook was recognised.</source>
        <translation>没有识别出此案件簿中的平台。</translation>
    </message>
    <message>
        <source>Firms found: {firms}</source>
        <translation>找到的平台：{firms}</translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read:</source>
        <translation>
            <numerusform>%n 个无法读取：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportPage</name>
    <message>
        <source>Which lines are shown</source>
        <translation>显示哪些行</translation>
    </message>
    <message>
        <source>Search these lines (Ctrl+F)</source>
        <translation>搜索这些行（Ctrl+F）</translation>
    </message>
    <message>
        <source>Search these lines</source>
        <translation>搜索这些行</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n 封新邮件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filed in a case</source>
        <translation>
            <numerusform>%n 封已归入案件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting in the inbox</source>
        <translation>
            <numerusform>%n 封在收件箱等待</numerusform>
        </translation>
    </message>
    <message>
        <source>Filed by: {reasons}</source>
        <translation>归档依据：{reasons}</translation>
    </message>
    <message>
        <source>Waiting: {reasons}</source>
        <translation>等待原因：{reasons}</translation>
    </message>
    <message numerus="yes">
        <source>%n in this casebook already, left alone</source>
        <translation>
            <numerusform>%n 封此前已在案件簿中，未作改动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came another way this time; that is noted beside them</source>
        <translation>
            <numerusform>其中 %n 封这次经由其他途径而来，已记在其来源中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read:</source>
        <translation>
            <numerusform>%n 项无法读取：</numerusform>
        </translation>
    </message>
    <message>
        <source>The mail is in.</source>
        <translation>邮件已导入。</translation>
    </message>
    <message>
        <source>What came in and what could not be read, with the reasons</source>
        <translation>导入了什么、什么无法读取，以及原因</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>此处没有内容。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Copy all of this as text</source>
        <translation>以文字形式复制全部内容</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Save every line as a table (Ctrl+S)</source>
        <translation>将每一行保存为表格（Ctrl+S）</translation>
    </message>
    <message>
        <source>Show in inbox</source>
        <translation>在收件箱中查看</translation>
    </message>
    <message>
        <source>File what waits</source>
        <translation>归档等待的邮件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>InboxPane</name>
    <message numerus="yes">
        <source>%n mail(s) to file</source>
        <translation>
            <numerusform>%n 封邮件待归档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个会话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>File %n sure one(s)</source>
        <translation>
            <numerusform>归入 %n 封可确定的邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose case…</source>
        <translation>选择案件…</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>新建案件…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Choose the case to file in (Ctrl+F)</source>
        <translation>选择要归入的案件（Ctrl+F）</translation>
    </message>
    <message>
        <source>File in {case}</source>
        <translation>归入 {case}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Reading the inbox</source>
        <translation>正在读取收件箱</translation>
    </message>
    <message>
        <source>File</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Mails to file</source>
        <translation>待归档的邮件</translation>
    </message>
    <message>
        <source>Make a case of this and file it there (N)</source>
        <translation>据此新建案件并归入 (N)</translation>
    </message>
    <message>
        <source>File what certainly belongs to a case</source>
        <translation>将可确定归属的邮件归入各自案件</translation>
    </message>
    <message>
        <source>Take out of the inbox and never import again (Del)</source>
        <translation>从收件箱移除，不再导入 (Del)</translation>
    </message>
    <message>
        <source>No mail waits to be filed.</source>
        <translation>没有待归档的邮件。</translation>
    </message>
    <message>
        <source>Import .eml or .mbox files, or drop them on this window. What belongs to a case goes there by itself.</source>
        <translation>请导入 .eml 或 .mbox 文件，或拖到此窗口。属于某个案件的邮件会自动归入。</translation>
    </message>
    <message>
        <source>Import mail…</source>
        <translation>导入邮件…</translation>
    </message>
</context>
<context>
    <name>InboxPlurals</name>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n 封邮件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n 个附件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobPage</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop; what was already saved stays (Esc)</source>
        <translation>停止，已保存的内容会保留 (Esc)</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>LadderDialog</name>
    <message>
        <source>Escalation</source>
        <translation>升级投诉</translation>
    </message>
    <message>
        <source>Steps, from the first up</source>
        <translation>由低到高的步骤</translation>
    </message>
    <message>
        <source>Note for the mark: how, with whom, why not</source>
        <translation>标记的备注：如何进行、与谁、为何不需要</translation>
    </message>
    <message>
        <source>Note for the mark</source>
        <translation>标记的备注</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>You took this step (Space)</source>
        <translation>您已进行此步骤 (Space)</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>This step is not for this case</source>
        <translation>此步骤不适用于本案件</translation>
    </message>
    <message>
        <source>Take mark back</source>
        <translation>撤销标记</translation>
    </message>
    <message>
        <source>Let the record speak again</source>
        <translation>恢复为按记录判断</translation>
    </message>
    <message>
        <source>Show contact</source>
        <translation>显示联系记录</translation>
    </message>
    <message>
        <source>The contact by which it was done</source>
        <translation>进行此步骤的联系记录</translation>
    </message>
    <message>
        <source>Write to them…</source>
        <translation>写信给平台…</translation>
    </message>
    <message>
        <source>Have the words for this step made ready</source>
        <translation>为此步骤备好信件</translation>
    </message>
    <message>
        <source>Deadlines…</source>
        <translation>期限…</translation>
    </message>
    <message>
        <source>Pick the rules of outside bodies for this case</source>
        <translation>为此案件选择外部机构的规则</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>The order is the guides&apos;; from the complaint up it is a reading of this program and no legal advice. Check every date of an outside body with the body itself.</source>
        <translation>顺序来自两份指南；从正式投诉起是本程序的理解，不构成法律意见。外部机构的每个日期请向该机构核实。</translation>
    </message>
</context>
<context>
    <name>LetterCommands</name>
    <message>
        <source>Writing the draft</source>
        <translation>正在起草</translation>
    </message>
    <message>
        <source>Document (*.docx)</source>
        <translation>文档 (*.docx)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Saving the draft</source>
        <translation>正在保存草稿</translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message>
        <source>Draft a letter</source>
        <translation>起草信函</translation>
    </message>
    <message>
        <source>Complaint to the firm</source>
        <translation>致平台的投诉函</translation>
    </message>
    <message>
        <source>Summary for an ombudsman</source>
        <translation>给调解机构的摘要</translation>
    </message>
    <message>
        <source>Facts for a police report</source>
        <translation>报案事实清单</translation>
    </message>
    <message>
        <source>The draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Close without saving your changes?</source>
        <translation>不保存更改就关闭吗？</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存，关闭</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Written from what is recorded, with the numbers of contacts and exhibits. Change it as you wish; what stands in [brackets] is yours to fill in. Nothing is sent or signed.</source>
        <translation>根据记录写成，并注明联系记录和证物的编号。可以随意修改；[方括号]里的内容由您填写。不会发送，也不会签名。</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation>复制全文</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save as a document (.docx) or as text (.txt)</source>
        <translation>保存为文档（.docx）或文本（.txt）</translation>
    </message>
    <message>
        <source>Your own words.</source>
        <translation>您自己的话。</translation>
    </message>
    <message>
        <source>A form of words: it states no fact.</source>
        <translation>格式用语，不陈述事实。</translation>
    </message>
    <message>
        <source>This sentence rests on:</source>
        <translation>这句话的依据：</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>LogContact</name>
    <message>
        <source>Recording the contact with its files</source>
        <translation>记录联系及其文件</translation>
    </message>
    <message>
        <source>Stopped: nothing was recorded.</source>
        <translation>已停止：什么都没有记录。</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加附件</translation>
    </message>
</context>
<context>
    <name>LookUpDialog</name>
    <message>
        <source>Check signature</source>
        <translation>核对签名</translation>
    </message>
    <message>
        <source>The key is asked for at a name server, under:</source>
        <translation>将向域名服务器查询以下名称的密钥：</translation>
    </message>
    <message>
        <source>Name server</source>
        <translation>域名服务器</translation>
    </message>
    <message>
        <source>It learns that somebody here asks for these names. Nothing of the mail is sent.</source>
        <translation>它会知道这里有人查询这些名称。邮件内容不会发出。</translation>
    </message>
    <message>
        <source>A check that passes proves that the domain signed these headers and this body. It does not prove who wrote it, nor that what it says is true. Key and answer are kept with their time, for later.</source>
        <translation>核对通过表明该域名签署了这些邮件头和正文，不表明是谁所写，也不表明内容属实。密钥与应答会连同时间一起保存，以备日后核对。</translation>
    </message>
    <message>
        <source>Ask {host}</source>
        <translation>询问 {host}</translation>
    </message>
</context>
<context>
    <name>LossDialog</name>
    <message>
        <source>Add loss</source>
        <translation>添加损失</translation>
    </message>
    <message>
        <source>Edit loss</source>
        <translation>编辑损失</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Such as: the withdrawal on hold</source>
        <translation>例如：被暂停的提币</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Interest and costs are summed apart</source>
        <translation>利息和费用分开合计</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数额</translation>
    </message>
    <message>
        <source>Coin or currency</source>
        <translation>币种或货币</translation>
    </message>
    <message>
        <source>Rate for one</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Currency of the claim</source>
        <translation>索赔所用货币</translation>
    </message>
    <message>
        <source>Currency, such as USD</source>
        <translation>货币，例如 USD</translation>
    </message>
    <message>
        <source>What one of it was worth; empty where the amount is in the currency itself</source>
        <translation>一个单位值多少；数额本身就是该货币时留空</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>Where the rate stands: a page, a statement, an index</source>
        <translation>汇率的出处：网页、对账单或指数</translation>
    </message>
    <message>
        <source>Source of the rate</source>
        <translation>汇率来源</translation>
    </message>
    <message>
        <source>Rate as of</source>
        <translation>汇率时间</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Shown by</source>
        <translation>由证物证明</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Say in a few words what was lost or paid.</source>
        <translation>请用几个字说明损失或支付了什么。</translation>
    </message>
    <message>
        <source>How much was it?</source>
        <translation>数额是多少？</translation>
    </message>
</context>
<context>
    <name>MailCommands</name>
    <message numerus="yes">
        <source>%n mail(s) filed in {case}</source>
        <translation>
            <numerusform>已将 %n 封邮件归入 {case}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) filed in the cases they belong to</source>
        <translation>
            <numerusform>已将 %n 封邮件归入各自案件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) put back into the inbox</source>
        <translation>
            <numerusform>%n 封邮件已退回收件箱</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>File %n mail(s) in which case?</source>
        <translation>
            <numerusform>把 %n 封邮件归入哪个案件？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) discarded</source>
        <translation>
            <numerusform>已丢弃 %n 封邮件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MailOutCommands</name>
    <message>
        <source>Save mail as</source>
        <translation>邮件另存为</translation>
    </message>
    <message>
        <source>Mails (*.eml)</source>
        <translation>邮件 (*.eml)</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>No program of this computer opens {file}. Save the mail, and open it from there.</source>
        <translation>这台电脑上没有可打开 {file} 的程序。请先保存邮件，再从保存处打开。</translation>
    </message>
    <message>
        <source>Mails of {case} as a mailbox</source>
        <translation>{case} 的邮件存为邮箱文件</translation>
    </message>
    <message>
        <source>Mailboxes (*.mbox)</source>
        <translation>邮箱文件 (*.mbox)</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) saved in {file}.</source>
        <translation>
            <numerusform>%n 封邮件已保存到 {file}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving mails</source>
        <translation>正在保存邮件</translation>
    </message>
</context>
<context>
    <name>MailPreview</name>
    <message>
        <source>From</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>Answers go to</source>
        <translation>回复地址</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>抄送</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>With</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台（渠道）</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Words of the mail</source>
        <translation>邮件正文</translation>
    </message>
    <message>
        <source>Less about this mail</source>
        <translation>收起邮件信息</translation>
    </message>
    <message>
        <source>More about this mail</source>
        <translation>更多邮件信息</translation>
    </message>
    <message>
        <source>Its numbers, where it came from, and what its support desk says</source>
        <translation>邮件编号、来源，以及客服系统留下的标识</translation>
    </message>
</context>
<context>
    <name>MailboxCommands</name>
    <message>
        <source>Looking for a keyring</source>
        <translation>正在查找密钥环</translation>
    </message>
    <message>
        <source>{mailbox} is off the list; its mails stay</source>
        <translation>{mailbox} 已从列表移除；其邮件保留</translation>
    </message>
    <message>
        <source>Forgetting the password</source>
        <translation>正在删除密码</translation>
    </message>
    <message>
        <source>Asking {host} for its folders</source>
        <translation>正在向 {host} 询问文件夹</translation>
    </message>
    <message>
        <source>No folder is ticked: tick those to read.</source>
        <translation>没有勾选文件夹：请勾选要读取的。</translation>
    </message>
    <message>
        <source>Fetching from {host}</source>
        <translation>正在从 {host} 收取</translation>
    </message>
    <message>
        <source>Speaking to {host}</source>
        <translation>正在与 {host} 通信</translation>
    </message>
</context>
<context>
    <name>MailboxDialog</name>
    <message>
        <source>Mailbox on a server</source>
        <translation>服务器上的邮箱</translation>
    </message>
    <message>
        <source>Edit mailbox</source>
        <translation>编辑邮箱</translation>
    </message>
    <message>
        <source>Keep it in this computer&apos;s keyring</source>
        <translation>保存在本机的密钥环中</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>邮件地址</translation>
    </message>
    <message>
        <source>Or the user name, where your provider gave you one</source>
        <translation>如果服务商给了您用户名，则填用户名</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>As your provider names it for IMAP</source>
        <translation>服务商为 IMAP 给出的名称</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>连接方式</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Many providers want an app password (also called authorization code) that is made for one program, and IMAP switched on in their settings.</source>
        <translation>许多服务商要求使用为单个程序生成的应用专用密码（也叫授权码），并要在其设置中开启 IMAP。</translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps secrets: the password will be asked for each time.</source>
        <translation>本机没有能保存秘密的密钥环：每次都会询问密码。</translation>
    </message>
    <message>
        <source>Name here</source>
        <translation>在此的名称</translation>
    </message>
    <message>
        <source>Left empty: the mail address</source>
        <translation>留空：用邮件地址</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Left empty: the one in the keyring</source>
        <translation>留空：用密钥环中的</translation>
    </message>
    <message>
        <source>Encrypted from the start (TLS)</source>
        <translation>从一开始就加密（TLS）</translation>
    </message>
    <message>
        <source>Encrypted after a greeting (STARTTLS)</source>
        <translation>问候之后加密（STARTTLS）</translation>
    </message>
    <message>
        <source>Not encrypted; only on this computer</source>
        <translation>不加密；仅限本机</translation>
    </message>
    <message>
        <source>Connect to {host}</source>
        <translation>连接到 {host}</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Log in there once, and keep the mailbox if that works (Ctrl+Enter)</source>
        <translation>在那里登录一次，成功则保存此邮箱 (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>MailboxFolders</name>
    <message>
        <source>Folders to read</source>
        <translation>要读取的文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>all mails</source>
        <translation>所有邮件</translation>
    </message>
    <message>
        <source>sent mail</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>junk</source>
        <translation>垃圾邮件</translation>
    </message>
    <message>
        <source>trash</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>草稿</translation>
    </message>
</context>
<context>
    <name>MailboxPasswordDialog</name>
    <message>
        <source>Password of {user}</source>
        <translation>{user} 的密码</translation>
    </message>
    <message>
        <source>Connect to {host}</source>
        <translation>连接到 {host}</translation>
    </message>
    <message>
        <source>Log in (Ctrl+Enter)</source>
        <translation>登录 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Keep it in this computer&apos;s keyring</source>
        <translation>保存在本机的密钥环中</translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps secrets: it will be asked for each time.</source>
        <translation>本机没有能保存秘密的密钥环：每次都会询问。</translation>
    </message>
    <message>
        <source>Type the password.</source>
        <translation>请输入密码。</translation>
    </message>
</context>
<context>
    <name>MailboxSetup</name>
    <message>
        <source>Only since</source>
        <translation>仅此日之后</translation>
    </message>
    <message>
        <source>Read last on {time}</source>
        <translation>上次读取：{time}</translation>
    </message>
    <message>
        <source>Ask {host} for its folders</source>
        <translation>向 {host} 询问文件夹</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Fetch from {host}</source>
        <translation>从 {host} 收取</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>收取</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Only mails since this day</source>
        <translation>仅这一天之后的邮件</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>Any words</source>
        <translation>任何词</translation>
    </message>
    <message>
        <source>Sort automatically; what is not certain waits in the inbox</source>
        <translation>自动归类；不确定的留在收件箱等待</translation>
    </message>
    <message>
        <source>File in</source>
        <translation>归入</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add a mailbox on a server</source>
        <translation>添加服务器上的邮箱</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Change server, user or password</source>
        <translation>更改服务器、用户名或密码</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take it off this list, and its password out of the keyring; its mails stay</source>
        <translation>从此列表移除，并从密钥环中删除密码；已收取的邮件保留</translation>
    </message>
    <message>
        <source>Log in there, and show what folders it has</source>
        <translation>在那里登录，并显示有哪些文件夹</translation>
    </message>
    <message>
        <source>Log in there, and read what is new (Ctrl+Enter)</source>
        <translation>在那里登录，并读取新邮件 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close without fetching (Esc)</source>
        <translation>不收取，直接关闭 (Esc)</translation>
    </message>
    <message>
        <source>No mailbox yet. Add the one that the firms write to: what is new in it can then be fetched.</source>
        <translation>还没有邮箱。请添加平台写信给您的那个邮箱：之后就能收取其中的新邮件。</translation>
    </message>
    <message>
        <source>Inbox, sent mail and archive are read, or the folder that holds all. Ask for more to choose.</source>
        <translation>会读取收件箱、已发送和归档，或包含全部邮件的那个文件夹。询问文件夹后可另行选择。</translation>
    </message>
    <message>
        <source>Only what is new is fetched. Nothing on the server is deleted, moved or marked as read.</source>
        <translation>只收取新邮件。服务器上的任何邮件都不会被删除、移动或标为已读。</translation>
    </message>
    <message>
        <source>Sender has</source>
        <translation>发件人含</translation>
    </message>
    <message>
        <source>Mail has</source>
        <translation>邮件含</translation>
    </message>
</context>
<context>
    <name>MailboxesDialog</name>
    <message>
        <source>Mailboxes</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>What was read until then is kept. The next fetch goes on where this one stopped.</source>
        <translation>到那时为止读到的都已保留。下次收取会从这里继续。</translation>
    </message>
    <message>
        <source>Fetching stopped.</source>
        <translation>收取已停止。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This casebook cannot be opened</source>
        <translation>无法打开此案件簿</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>“{work}” is still running. Stop it?</source>
        <translation>“{work}”还在进行。要停止吗？</translation>
    </message>
    <message>
        <source>What you are writing cannot be kept: {reason} Quit and lose it?</source>
        <translation>正在写的内容无法保存：{reason} 仍要退出并丢弃吗？</translation>
    </message>
    <message>
        <source>“{work}” is still running. Stop it and quit?</source>
        <translation>“{work}”仍在进行。停止并退出吗？</translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Drag from where it begins to what it points at (Alt+1)</source>
        <translation>从起点拖到所指之处 (Alt+1)</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Drag a frame around a part (Alt+2)</source>
        <translation>拖出一个框住某部分的方框 (Alt+2)</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Click where they are to stand, then write (Alt+3)</source>
        <translation>在要放文字的地方点击，然后书写 (Alt+3)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take the last step back (Ctrl+Z)</source>
        <translation>撤销上一步 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Take it again (Ctrl+Shift+Z)</source>
        <translation>重做这一步 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Take the chosen mark away (Del)</source>
        <translation>删除所选标注 (Del)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Words of the mark</source>
        <translation>标注的文字</translation>
    </message>
    <message>
        <source>Write what it points out, then Enter</source>
        <translation>写下要说明的内容，然后按 Enter</translation>
    </message>
    <message>
        <source>Keep the copy as the case&apos;s next exhibit; the original stays as it is (Ctrl+Enter)</source>
        <translation>将副本保存为本案件的下一件证物；原件保持不变 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Keep the copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave without a copy (Esc)</source>
        <translation>不保存副本并离开 (Esc)</translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>write</source>
        <translation>书写</translation>
    </message>
</context>
<context>
    <name>MessageCommands</name>
    <message>
        <source>Writing the message</source>
        <translation>正在撰写信件</translation>
    </message>
    <message>
        <source>Looking the address up</source>
        <translation>正在核对地址</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Write to them</source>
        <translation>撰写信件</translation>
    </message>
    <message>
        <source>No address is recorded for this: type it, or add it to the firm</source>
        <translation>尚未记录此渠道的地址：请直接输入，或添加到平台资料</translation>
    </message>
    <message>
        <source>Copy the subject: a web form has a field of its own for it</source>
        <translation>复制主题：网页表单通常有单独的主题栏</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>信件正文</translation>
    </message>
    <message>
        <source>To look at before it goes out</source>
        <translation>发出前请留意</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Attachments, under the names they go out by</source>
        <translation>附件（按发出时的文件名显示）</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>How this date was found</source>
        <translation>这个日期是如何得出的</translation>
    </message>
    <message>
        <source>Everybody reads along here, so nothing of your account or your trade is in it.</source>
        <translation>此处人人可见，因此不含您的账户和交易信息。</translation>
    </message>
    <message>
        <source>Made from what is recorded; [brackets] are yours to fill in. Nothing is sent from here.</source>
        <translation>根据记录生成；[方括号] 处请您填写。此处不会发送任何内容。</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Complaint as a document, with sources…</source>
        <translation>投诉函（文档，注明出处）…</translation>
    </message>
    <message>
        <source>Summary for an ombudsman…</source>
        <translation>致调解机构的案情摘要…</translation>
    </message>
    <message>
        <source>Facts for a police report…</source>
        <translation>报案事实清单…</translation>
    </message>
</context>
<context>
    <name>MessagePlurals</name>
    <message numerus="yes">
        <source>This answers %n follow-up(s) that asked for it.</source>
        <translation>
            <numerusform>这将完成相关的 %n 项待办。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageSending</name>
    <message>
        <source>Copied the message</source>
        <translation>已复制信件</translation>
    </message>
    <message>
        <source>Copy anyway</source>
        <translation>仍然复制</translation>
    </message>
    <message>
        <source>This message is too long for the way in which mail programs are called: they would cut it. Save it as a mail and open that, or copy the words.</source>
        <translation>这封信太长，以此方式调用邮件程序会被截断。请保存为邮件后再打开，或复制文字。</translation>
    </message>
    <message>
        <source>No mail program answered. Save it as a mail, or copy the words.</source>
        <translation>没有邮件程序响应。请保存为邮件，或复制文字。</translation>
    </message>
    <message>
        <source>Opened without attachments and outside its thread: saving it as a mail keeps both.</source>
        <translation>已打开，但不含附件，也不在原邮件往来中：保存为邮件可两者兼得。</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>仍然打开</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>仍然保存</translation>
    </message>
    <message>
        <source>Logging the message</source>
        <translation>正在记录信件</translation>
    </message>
    <message>
        <source>Logged as sent</source>
        <translation>已记录为已发送</translation>
    </message>
    <message>
        <source>Logged as sent. You will be reminded {when}</source>
        <translation>已记录为已发送。将于 {when} 提醒您</translation>
    </message>
    <message>
        <source>Document (*.docx)</source>
        <translation>文档 (*.docx)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Saving the letter</source>
        <translation>正在保存信件</translation>
    </message>
    <message>
        <source>Save the message</source>
        <translation>保存信件</translation>
    </message>
    <message>
        <source>Unsent mail (*.eml)</source>
        <translation>未发送邮件 (*.eml)</translation>
    </message>
    <message>
        <source>Saved {file}: open it in your mail program and send it from there</source>
        <translation>已保存 {file}：请用邮件程序打开并从那里发送</translation>
    </message>
    <message>
        <source>Saving the mail</source>
        <translation>正在保存邮件</translation>
    </message>
    <message>
        <source>Looking the message over</source>
        <translation>正在检查信件</translation>
    </message>
    <message>
        <source>Take it out, and nothing can happen with it.</source>
        <translation>请将其删除，以免发生意外。</translation>
    </message>
    <message>
        <source>Back to the message</source>
        <translation>返回信件</translation>
    </message>
</context>
<context>
    <name>MomentEdit</name>
    <message>
        <source>Time of day</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Time of day, 24 hours</source>
        <translation>时刻（24 小时制）</translation>
    </message>
    <message>
        <source>Which of the two</source>
        <translation>两个中的哪一个</translation>
    </message>
    <message>
        <source>The clocks were put back that night, so this time came twice: which one is meant?</source>
        <translation>那天夜里时钟拨回，这个时刻出现了两次：指的是哪一次？</translation>
    </message>
    <message>
        <source>How the time is known</source>
        <translation>时间的依据</translation>
    </message>
    <message>
        <source>How the time is known: the report says so</source>
        <translation>时间的依据：报告中会注明</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day: type it, or open the calendar with Alt+Down</source>
        <translation>日期：直接输入，或按 Alt+Down 打开日历</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>How exact</source>
        <translation>精确程度</translation>
    </message>
    <message>
        <source>How exact this time is</source>
        <translation>这个时间有多精确</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Time zone: a place such as Asia/Singapore, or an offset such as +08:00</source>
        <translation>时区：地点如 Asia/Singapore，或偏移如 +08:00</translation>
    </message>
    <message>
        <source>first, UTC{offset}</source>
        <translation>第一次，UTC{offset}</translation>
    </message>
    <message>
        <source>second, UTC{offset}</source>
        <translation>第二次，UTC{offset}</translation>
    </message>
    <message>
        <source>The clocks were put forward over this time: it did not exist that day.</source>
        <translation>那天时钟拨快跳过了这个时刻：当天不存在这个时间。</translation>
    </message>
</context>
<context>
    <name>MoneyCommands</name>
    <message>
        <source>Transfer taken out: {words}</source>
        <translation>已删去转账：{words}</translation>
    </message>
    <message>
        <source>Loss taken out: {words}</source>
        <translation>已删去损失：{words}</translation>
    </message>
</context>
<context>
    <name>MoreTimeDialog</name>
    <message>
        <source>More time</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>Add the time</source>
        <translation>延长期限</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Business days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>To the end of a day</source>
        <translation>至某日结束</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Such as: their support, in the mail of today</source>
        <translation>例如：对方客服，在今天的邮件中</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>由谁</translation>
    </message>
    <message>
        <source>Such as: the request is complex</source>
        <translation>例如：请求较为复杂</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>请简要说明原因。</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Type a passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>两次输入还不一致。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>At least 8 letters, or 3 Chinese characters. Several words are easy to remember.</source>
        <translation>至少 8 个字母或 3 个汉字。用几个词组成的口令容易记住。</translation>
    </message>
</context>
<context>
    <name>NextBanner</name>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Show how the date was found</source>
        <translation>查看日期是怎样算出的</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>稍后再提醒我</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>写信…</translation>
    </message>
    <message>
        <source>A message for it, made ready from what is recorded</source>
        <translation>根据记录为此准备好的信件</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>It is done: stop reminding</source>
        <translation>已完成，不再提醒</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>提醒我</translation>
    </message>
    <message>
        <source>Make this a follow-up that rings</source>
        <translation>设为到时提醒的待办</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>You may send it again today.</source>
        <translation>今天可以重发。</translation>
    </message>
    <message>
        <source>You may ask again today.</source>
        <translation>今天可以再次催问。</translation>
    </message>
</context>
<context>
    <name>NotNeededDialog</name>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Such as: it never left the exchange</source>
        <translation>例如：资金从未离开平台</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Kept with the case; with a reason the gap report takes it as answered.</source>
        <translation>随案件保存；填写原因后，缺口报告视为已答复。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back what was just done</source>
        <translation>撤销刚才的操作</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>隐藏此消息</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop this work; what was already saved stays</source>
        <translation>停止此操作，已保存的内容会保留</translation>
    </message>
</context>
<context>
    <name>OfficialDialog</name>
    <message>
        <source>Official contact of {firm}</source>
        <translation>{firm} 的官方联系方式</translation>
    </message>
    <message>
        <source>Add to the register</source>
        <translation>加入登记</translation>
    </message>
    <message>
        <source>Take it from where the firm publishes it, opened by yourself: its app, its site typed by hand. Never from the message that is to be checked.</source>
        <translation>请从平台公布的地方取得，并由您自己打开：它的应用、手动输入网址的官网。切勿取自要核对的这封信息。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Address or name</source>
        <translation>地址或名称</translation>
    </message>
    <message>
        <source>Such as Telegram, X</source>
        <translation>例如：Telegram、X</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Such as: its help page, opened from my bookmark</source>
        <translation>例如：从我的书签打开的帮助页面</translation>
    </message>
    <message>
        <source>How you know</source>
        <translation>您如何得知</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>查证时间</translation>
    </message>
    <message>
        <source>After 90 days it is shown as due for another look.</source>
        <translation>90 天后会标为需要重新查证。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Which address, domain, handle or number is it?</source>
        <translation>是哪个地址、域名、账号或号码？</translation>
    </message>
    <message>
        <source>How do you know that this is the firm? Say where you looked it up.</source>
        <translation>您如何得知这是该平台？请写明在哪里查证的。</translation>
    </message>
</context>
<context>
    <name>OfficialsDialog</name>
    <message>
        <source>Official contacts of {firm}</source>
        <translation>{firm} 的官方联系方式</translation>
    </message>
    <message>
        <source>By what {firm} really writes, as you looked it up yourself. Every mail is held against this list, and what only looks alike is warned of.</source>
        <translation>{firm} 真正使用的联系方式，由您自己查证。每封邮件都会与此清单对照，只是看似相同的会予以警示。</translation>
    </message>
    <message>
        <source>Official contacts</source>
        <translation>官方联系方式</translation>
    </message>
    <message>
        <source>Anti-phishing codes</source>
        <translation>防钓鱼码</translation>
    </message>
    <message>
        <source>None yet: add the address that the firm itself publishes.</source>
        <translation>尚无：请添加平台自己公布的地址。</translation>
    </message>
    <message>
        <source>None set. Many firms let you choose one in your account.</source>
        <translation>尚未设定。许多平台允许您在账户中设定一个。</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add an official contact</source>
        <translation>添加官方联系方式</translation>
    </message>
    <message>
        <source>Looked up again…</source>
        <translation>重新查证…</translation>
    </message>
    <message>
        <source>You looked the chosen one up just now, and it is still right</source>
        <translation>您刚刚查证了所选的一项，它仍然正确</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The chosen one is the firm&apos;s no longer: mails from there are warned of</source>
        <translation>所选的一项不再属于该平台：来自那里的邮件将会警示</translation>
    </message>
    <message>
        <source>Set code…</source>
        <translation>设定防钓鱼码…</translation>
    </message>
    <message>
        <source>Note a new code</source>
        <translation>登记新的防钓鱼码</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take the chosen code out</source>
        <translation>删除所选的防钓鱼码</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Anti-phishing code</source>
        <translation>防钓鱼码</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>look up again</source>
        <translation>需重新查证</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自 {day}</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>All pages</source>
        <translation>全部页面</translation>
    </message>
</context>
<context>
    <name>PageModel</name>
    <message>
        <source>Page {page}</source>
        <translation>第 {page} 页</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go to anything, or do anything</source>
        <translation>快速跳转或执行操作</translation>
    </message>
    <message>
        <source>Case, firm, number, words, or what you want to do</source>
        <translation>案件、平台、编号、文字，或您要做的事</translation>
    </message>
    <message>
        <source>Arrows walk, Enter goes there, Esc closes</source>
        <translation>方向键移动，回车前往，Esc 关闭</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer words, or a part of a number.</source>
        <translation>没有找到。请减少字词，或只输入编号的一部分。</translation>
    </message>
    <message>
        <source>&gt; only actions   @ only firms   # tags   Enter: go   Ctrl+Enter: all matches</source>
        <translation>&gt; 只看操作   @ 只看平台   # 标签   回车：前往   Ctrl+回车：全部结果</translation>
    </message>
</context>
<context>
    <name>PaletteCommands</name>
    <message>
        <source>Looking up</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>PalettePlurals</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个案件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartsDialog</name>
    <message>
        <source>What was understood</source>
        <translation>读懂了什么</translation>
    </message>
    <message>
        <source>Reading the original…</source>
        <translation>正在读取原件…</translation>
    </message>
    <message>
        <source>Parts of the mail</source>
        <translation>邮件的各部分</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>The original is kept byte for byte, whatever could be made of it here.</source>
        <translation>无论此处读懂多少，原件都逐字节保留。</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Hide the passphrase</source>
        <translation>隐藏口令</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>显示口令</translation>
    </message>
</context>
<context>
    <name>PasteMailDialog</name>
    <message>
        <source>Paste a mail</source>
        <translation>粘贴邮件</translation>
    </message>
    <message>
        <source>Add to the import</source>
        <translation>加入导入</translation>
    </message>
    <message>
        <source>The source of one message, with all its header lines. Mail programs call it “Show original” or “Internet headers”; a page as it is shown is not enough, for it lacks what tells where the mail came from.</source>
        <translation>一封邮件的源文，须含全部邮件头。邮件程序里叫“显示原始邮件”或“Internet 邮件头”；只有页面上显示的内容是不够的，因为其中没有能说明邮件来源的信息。</translation>
    </message>
    <message>
        <source>From: …</source>
        <translation>From: …</translation>
    </message>
    <message>
        <source>Source of the mail</source>
        <translation>邮件源文</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>PauseDialog</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Leave these days out</source>
        <translation>不计这些日子</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Such as: they wait for papers from me</source>
        <translation>例如：对方在等我提交材料</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>最后一天早于第一天。</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>请简要说明原因。</translation>
    </message>
</context>
<context>
    <name>PhoneCardDialog</name>
    <message>
        <source>Call</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>客服工号</translation>
    </message>
    <message>
        <source>Write what is said below, in the case: words and screenshots go with the call at its end.</source>
        <translation>对话内容请写在下方的案件中：结束时，文字和截图会一并记入。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the card; what it holds is kept (Esc)</source>
        <translation>关闭卡片；已填内容会保留 (Esc)</translation>
    </message>
    <message>
        <source>End call…</source>
        <translation>结束通话…</translation>
    </message>
    <message>
        <source>End chat…</source>
        <translation>结束聊天…</translation>
    </message>
    <message>
        <source>Record it with what came of it</source>
        <translation>连同结果一起记录</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Arrows move, plus and minus zoom, 0 shows it in its own size, F all of it, W its whole width</source>
        <translation>方向键移动，加减号缩放，0 按实际像素显示，F 显示全部，W 显示整个宽度</translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) of silence</source>
        <translation>
            <numerusform>沉默 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) of silence</source>
        <translation>
            <numerusform>沉默 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>The facts of the case itself changed</source>
        <translation>案件本身的资料有改动</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n 个部分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n 件证物</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original mail(s)</source>
        <translation>
            <numerusform>%n 封原始邮件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) cannot be printed as they are; the dossier shows their code:</source>
        <translation>
            <numerusform>%n 个字符无法原样印出，卷宗中显示其代码：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that cannot be printed stand in it as a code.</source>
        <translation>
            <numerusform>其中有 %n 个无法印出的字符以代码表示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) the dossier</source>
        <translation>
            <numerusform>%n 项阻止导出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 项发现</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing open</source>
        <translation>没有未答复的发现</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) added</source>
        <translation>
            <numerusform>新增 %n 条联系记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) added</source>
        <translation>
            <numerusform>新增 %n 件证物</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) added</source>
        <translation>
            <numerusform>新增 %n 项承诺</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) added</source>
        <translation>
            <numerusform>新增 %n 项材料要求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s) or ticket number(s) added</source>
        <translation>
            <numerusform>新增 %n 个标识或工单号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) on transfers and loss added</source>
        <translation>
            <numerusform>新增 %n 行转账或损失</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n redacted copy(ies) made</source>
        <translation>
            <numerusform>新作 %n 份遮盖副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to the gap report given</source>
        <translation>
            <numerusform>新答复 %n 项缺漏</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) added</source>
        <translation>
            <numerusform>新增 %n 条其他记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) amended</source>
        <translation>
            <numerusform>更正 %n 条联系记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) described anew</source>
        <translation>
            <numerusform>重新说明 %n 件证物</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) answered</source>
        <translation>
            <numerusform>%n 项承诺有了结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) supplied</source>
        <translation>
            <numerusform>已提供 %n 项材料</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) on transfers and loss changed</source>
        <translation>
            <numerusform>修改 %n 行转账或损失</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to the gap report changed</source>
        <translation>
            <numerusform>修改 %n 项缺漏答复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) changed</source>
        <translation>
            <numerusform>修改 %n 条其他记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) removed</source>
        <translation>
            <numerusform>移除 %n 条联系记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) removed</source>
        <translation>
            <numerusform>移除 %n 件证物</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) on transfers and loss removed</source>
        <translation>
            <numerusform>移除 %n 行转账或损失</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n redaction(s) taken back</source>
        <translation>
            <numerusform>撤回 %n 处遮盖</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original mail(s) erased for good</source>
        <translation>
            <numerusform>永久删除 %n 封原始邮件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) removed</source>
        <translation>
            <numerusform>移除 %n 条其他记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个案件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected:</source>
        <translation>
            <numerusform>已选 %n 项：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>How this casebook is kept</source>
        <translation>本案件簿的保管方式</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>These choices travel with the casebook.</source>
        <translation>这些选择随案件簿一起保存。</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>不可修正</translation>
    </message>
    <message>
        <source>A new contact can be put right for</source>
        <translation>新的联系记录可修正的时间</translation>
    </message>
    <message>
        <source>After that it is locked: a change needs a reason, and the earlier words stay readable.</source>
        <translation>之后即锁定：修改须写明原因，原来的文字仍可查看。</translation>
    </message>
    <message>
        <source>What is deleted can be put back for</source>
        <translation>删除后可恢复的时间</translation>
    </message>
    <message>
        <source>After that it goes for good when the bin is emptied. The ledger keeps that it was there.</source>
        <translation>之后清空回收站时永久删除；账本会保留它曾存在的记录。</translation>
    </message>
    <message>
        <source>no folder</source>
        <translation>未设置文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder to watch</source>
        <translation>选择要监视的文件夹</translation>
    </message>
    <message>
        <source>Watch folder</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>Take in mail from</source>
        <translation>自动导入的文件夹</translation>
    </message>
    <message>
        <source>Whatever is saved in this folder comes in by itself while the casebook is open, each file once. The files stay where they are. Empty: nothing is watched.</source>
        <translation>案件簿打开期间，保存到此文件夹的内容会自动导入，每个文件只导入一次。文件留在原处。留空则不监视任何文件夹。</translation>
    </message>
    <message>
        <source>There is no folder {path}: choose another one, or leave the field empty</source>
        <translation>没有文件夹 {path}：请另选一个，或将此栏留空</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Making the preview</source>
        <translation>正在制作预览</translation>
    </message>
    <message>
        <source>of {pages}</source>
        <translation>/ {pages}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>There is no preview</source>
        <translation>没有预览</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Go to this page (Ctrl+G)</source>
        <translation>转到此页 (Ctrl+G)</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>转到…</translation>
    </message>
    <message>
        <source>Go to a part of the dossier</source>
        <translation>转到卷宗的某一部分</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>缩小（Ctrl+-）</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>放大（Ctrl++）</translation>
    </message>
    <message>
        <source>Find in the dossier</source>
        <translation>在卷宗中查找</translation>
    </message>
    <message>
        <source>Find words in the text of the pages (Ctrl+F)</source>
        <translation>在页面文字中查找 (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>PromiseCommands</name>
    <message>
        <source>“{words}”: {state}</source>
        <translation>“{words}”：{state}</translation>
    </message>
</context>
<context>
    <name>PromiseDialog</name>
    <message>
        <source>Add promise</source>
        <translation>添加承诺</translation>
    </message>
    <message>
        <source>Edit promise</source>
        <translation>修改承诺</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Such as: released within 24 hours</source>
        <translation>例如：24 小时内放行</translation>
    </message>
    <message>
        <source>Remind me when the time is up</source>
        <translation>到期时提醒我</translation>
    </message>
    <message>
        <source>Makes a follow-up at that time; of a day alone, in its evening</source>
        <translation>届时生成一条待办；仅有日期时在当天傍晚提醒</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>They said</source>
        <translation>对方说</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>To be seen on</source>
        <translation>见于证物</translation>
    </message>
    <message>
        <source>What did they say would happen?</source>
        <translation>对方说会怎样？</translation>
    </message>
</context>
<context>
    <name>ProtectionCommands</name>
    <message>
        <source>The passphrase is changed.</source>
        <translation>口令已更改。</translation>
    </message>
    <message>
        <source>This computer opens the casebook without the passphrase from now on.</source>
        <translation>今后这台电脑打开案件簿无需口令。</translation>
    </message>
    <message>
        <source>No computer opens the casebook without the passphrase any more.</source>
        <translation>今后在任何电脑上打开案件簿都需要口令。</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>保护</translation>
    </message>
</context>
<context>
    <name>ProtectionDialog</name>
    <message>
        <source>Protection</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>The earlier recovery key opens nothing any more.</source>
        <translation>旧的恢复密钥已失效。</translation>
    </message>
    <message>
        <source>Keep this recovery key</source>
        <translation>请保管好恢复密钥</translation>
    </message>
    <message>
        <source>Remove the encryption…</source>
        <translation>解除加密…</translation>
    </message>
    <message>
        <source>Make this a casebook without a passphrase</source>
        <translation>把案件簿改为不设口令</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Encrypt…</source>
        <translation>加密…</translation>
    </message>
    <message>
        <source>Choose a passphrase for this casebook</source>
        <translation>为案件簿设置口令</translation>
    </message>
    <message>
        <source>This casebook is encrypted</source>
        <translation>案件簿已加密</translation>
    </message>
    <message>
        <source>This casebook is not encrypted</source>
        <translation>案件簿未加密</translation>
    </message>
    <message>
        <source>Records, attachments and backups are unreadable without the passphrase or the recovery key.</source>
        <translation>没有口令或恢复密钥就无法读取记录、附件和备份。</translation>
    </message>
    <message>
        <source>Whoever can use your account, or takes the disk, can read it. With a passphrase, records, attachments and backups become unreadable for others.</source>
        <translation>能使用您的账户或拿到硬盘的人都能读取。设置口令后，别人无法读取记录、附件和备份。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Choose another passphrase</source>
        <translation>换一个口令</translation>
    </message>
    <message>
        <source>Make a new one…</source>
        <translation>重新生成…</translation>
    </message>
    <message>
        <source>The earlier one ends</source>
        <translation>旧的随即失效</translation>
    </message>
    <message>
        <source>Remember the key</source>
        <translation>记住密钥</translation>
    </message>
    <message>
        <source>Open without the passphrase on this computer, through the system&apos;s keyring</source>
        <translation>通过系统钥匙串，在这台电脑上打开时无需口令</translation>
    </message>
    <message>
        <source>This computer has no keyring that could keep it.</source>
        <translation>这台电脑没有可以保存密钥的钥匙串。</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Lock when unused for</source>
        <translation>无人使用多久后锁定</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>设置口令</translation>
    </message>
    <message>
        <source>Nobody can open the casebook without the passphrase or the recovery key. The recovery key is shown at the end.</source>
        <translation>没有口令或恢复密钥，任何人都无法打开案件簿。加密完成后会显示恢复密钥。</translation>
    </message>
    <message>
        <source>Encrypt now</source>
        <translation>立即加密</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>Nothing has to be encrypted anew. Backups that were made before still open with the old passphrase.</source>
        <translation>无需重新加密。此前的备份仍用旧口令打开。</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Make a new recovery key</source>
        <translation>重新生成恢复密钥</translation>
    </message>
    <message>
        <source>The earlier recovery key opens this casebook no more. Backups made before still open with it.</source>
        <translation>旧的恢复密钥将不能再打开此案件簿，但仍能打开此前的备份。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Remove the encryption</source>
        <translation>解除加密</translation>
    </message>
    <message>
        <source>Records, attachments and backups can then be read by whoever can use your account or has the disk.</source>
        <translation>解除后，能使用您的账户或拿到硬盘的人都能读取记录、附件和备份。</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>The present passphrase</source>
        <translation>当前口令</translation>
    </message>
    <message>
        <source>Type the present passphrase.</source>
        <translation>请输入当前口令。</translation>
    </message>
    <message>
        <source>Go on (Enter)</source>
        <translation>继续 (Enter)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Go back and change nothing (Esc)</source>
        <translation>返回，不作更改 (Esc)</translation>
    </message>
</context>
<context>
    <name>PurgeCommands</name>
    <message>
        <source>this contact</source>
        <translation>这条联系记录</translation>
    </message>
    <message>
        <source>Looking through everything</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>Purging</source>
        <translation>正在清除</translation>
    </message>
</context>
<context>
    <name>PurgeDialog</name>
    <message>
        <source>Purge</source>
        <translation>彻底清除</translation>
    </message>
    <message>
        <source>What is to be purged</source>
        <translation>要清除的内容</translation>
    </message>
    <message>
        <source>Type or paste what must not be kept</source>
        <translation>输入或粘贴不应保留的内容</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Say what holds it, without changing anything (Enter)</source>
        <translation>查看哪些地方有它，不作任何改动 (Enter)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What holds it</source>
        <translation>哪些地方有它</translation>
    </message>
    <message>
        <source>Purge for good</source>
        <translation>永久清除</translation>
    </message>
    <message>
        <source>Erase it everywhere. It cannot be put back</source>
        <translation>从所有地方清除，无法恢复</translation>
    </message>
    <message>
        <source>Purged</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>Purged here, but not everywhere</source>
        <translation>此处已清除，但并非所有地方</translation>
    </message>
    <message>
        <source>May still hold it:</source>
        <translation>以下位置可能仍有它：</translation>
    </message>
    <message>
        <source>Stopped. Purge again to finish; until then some places may still hold it.</source>
        <translation>已停止。请再次清除以完成；在此之前某些位置可能仍有它。</translation>
    </message>
    <message>
        <source>Purge {what}</source>
        <translation>彻底清除 {what}</translation>
    </message>
    <message>
        <source>Purge a secret</source>
        <translation>清除泄露的机密</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>机密内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close without purging (Esc)</source>
        <translation>关闭，不清除 (Esc)</translation>
    </message>
    <message>
        <source>What the drive itself, other programs or copies you made elsewhere keep is out of reach.</source>
        <translation>磁盘本身、其他程序或您在别处的副本所保存的内容，本程序无法触及。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Its words and files are erased here and in every backup. Its number and its place in time stay, and the ledger keeps that it was purged. It cannot be put back.</source>
        <translation>其文字和文件将在此处及所有备份中清除。编号和时间位置保留，账本会记下它已被清除。此操作无法恢复。</translation>
    </message>
    <message>
        <source>A recovery phrase, key or password that got in by mistake is taken out of every record, attachment, draft, backup and log. The ledger keeps that something was purged, not what. It cannot be put back.</source>
        <translation>误录入的助记词、密钥或密码，将从所有记录、附件、草稿、备份和日志中清除。账本只记下清除过内容，不记是什么。此操作无法恢复。</translation>
    </message>
</context>
<context>
    <name>QuickLog</name>
    <message>
        <source>Log contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Which case it belongs to (Alt+C)</source>
        <translation>属于哪个案件（Alt+C）</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>案件(&amp;C)</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves. Esc keeps what you wrote as the draft of this case.</source>
        <translation>Ctrl+Enter 保存。Esc 把所写的留作本案草稿。</translation>
    </message>
    <message>
        <source>Another case…</source>
        <translation>其他案件…</translation>
    </message>
</context>
<context>
    <name>QuoteCommands</name>
    <message>
        <source>The dossier quotes “{words}”</source>
        <translation>卷宗引用了“{words}”</translation>
    </message>
    <message>
        <source>The dossier quotes these words no more</source>
        <translation>卷宗不再引用这些话</translation>
    </message>
</context>
<context>
    <name>QuoteDialog</name>
    <message>
        <source>Quoted in the dossier</source>
        <translation>卷宗引文</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>它表明什么</translation>
    </message>
    <message>
        <source>The dossier prints it beside the words, as yours</source>
        <translation>卷宗会把它作为您的说明印在引文旁边</translation>
    </message>
</context>
<context>
    <name>ReadyCommands</name>
    <message>
        <source>Folder for the copies</source>
        <translation>副本存放的文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) saved in {folder}</source>
        <translation>
            <numerusform>已将 %n 份副本存入 {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving copies</source>
        <translation>正在保存副本</translation>
    </message>
    <message>
        <source>Copies of the article</source>
        <translation>文章的副本</translation>
    </message>
    <message>
        <source>Reading the checklist</source>
        <translation>正在读取核对清单</translation>
    </message>
    <message>
        <source>Looking at the attachments</source>
        <translation>正在查看附件</translation>
    </message>
</context>
<context>
    <name>ReadyList</name>
    <message>
        <source>How complete it is</source>
        <translation>完整程度</translation>
    </message>
    <message>
        <source>Only what is missing</source>
        <translation>只看缺少的</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>核对清单</translation>
    </message>
    <message>
        <source>Open the form that holds it (Enter)</source>
        <translation>打开可填写该项的表单（Enter）</translation>
    </message>
    <message>
        <source>Say that it is done, or take that back (Space)</source>
        <translation>标为已完成，或撤回标记（空格）</translation>
    </message>
    <message>
        <source>Not needed…</source>
        <translation>不需要…</translation>
    </message>
    <message>
        <source>Say that this case does not need it, and why</source>
        <translation>说明本案不需要此项及原因</translation>
    </message>
    <message>
        <source>{have} of {of} things are there that they will ask for.</source>
        <translation>平台会问的 {of} 项中，已有 {have} 项。</translation>
    </message>
    <message>
        <source>Take mark back</source>
        <translation>撤销标记</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>勾选</translation>
    </message>
</context>
<context>
    <name>ReadyPlurals</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Keep this recovery key</source>
        <translation>请保管好恢复密钥</translation>
    </message>
    <message>
        <source>It opens the casebook when the passphrase is forgotten. Keep it where a thief of this computer would not find it: on paper, or in a password manager.</source>
        <translation>忘记口令时可用它打开案件簿。请放在偷走这台电脑的人找不到的地方：写在纸上，或存入密码管理器。</translation>
    </message>
</context>
<context>
    <name>RecoveryPanel</name>
    <message>
        <source>Casebook: recovery key</source>
        <translation>Casebook：恢复密钥</translation>
    </message>
    <message>
        <source>It opens the casebook in {folder}</source>
        <translation>可打开此处的案件簿：{folder}</translation>
    </message>
    <message>
        <source>Whoever has this key can read that casebook. Keep it apart from the computer.</source>
        <translation>持有此密钥的人都能读取该案件簿。请与电脑分开保管。</translation>
    </message>
    <message>
        <source>To use it: start Casebook and choose “Use the recovery key”.</source>
        <translation>使用方法：启动 Casebook，选择“使用恢复密钥”。</translation>
    </message>
    <message>
        <source>Copied. Put it where only you can read it, such as a password manager.</source>
        <translation>已复制。请存放在只有您能读到的地方，例如密码管理器。</translation>
    </message>
    <message>
        <source>Casebook recovery key</source>
        <translation>Casebook 恢复密钥</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>保存恢复密钥</translation>
    </message>
    <message>
        <source>Not there: whoever takes the casebook would take its key too. Choose another place.</source>
        <translation>不能存在那里：拿走案件簿的人也会拿到密钥。请另选位置。</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已保存为 {file}。</translation>
    </message>
    <message>
        <source>That is not what stands there. Look at your copy, or go back and keep the key first.</source>
        <translation>与该组不符。请查看您的副本，或返回先保管好密钥。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Put the recovery key on the clipboard</source>
        <translation>把恢复密钥复制到剪贴板</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the recovery key as a text file</source>
        <translation>把恢复密钥存为文本文件</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print the recovery key on paper</source>
        <translation>把恢复密钥打印到纸上</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>已保管好</translation>
    </message>
    <message>
        <source>Go on: one group of it is asked for</source>
        <translation>继续：需要输入其中一组</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Go back to the recovery key</source>
        <translation>返回恢复密钥</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Compare and go on (Enter)</source>
        <translation>核对并继续 (Enter)</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>暂不核对</translation>
    </message>
    <message>
        <source>You can make a new one at any time</source>
        <translation>以后可以随时重新生成</translation>
    </message>
    <message>
        <source>Type group {number} from your copy.</source>
        <translation>请从您的副本中输入第 {number} 组。</translation>
    </message>
</context>
<context>
    <name>RedactionCommands</name>
    <message>
        <source>Made {label}</source>
        <translation>已制作 {label}</translation>
    </message>
    <message>
        <source>{label} was taken back</source>
        <translation>已撤回 {label}</translation>
    </message>
    <message>
        <source>Redacting {exhibit}</source>
        <translation>正在遮盖 {exhibit}</translation>
    </message>
</context>
<context>
    <name>RedactionDialog</name>
    <message>
        <source>Redact a copy of {exhibit}</source>
        <translation>遮盖 {exhibit} 的副本</translation>
    </message>
    <message>
        <source>The exhibit is being drawn…</source>
        <translation>正在绘制证物…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>These words are not here as text. On a picture or a scan draw boxes instead.</source>
        <translation>这里没有这些文字。图片或扫描件请改用方框。</translation>
    </message>
    <message>
        <source>Cover words</source>
        <translation>遮盖文字</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) marked</source>
        <translation>
            <numerusform>已标记 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>What you marked is not saved. Press Esc again to discard it.</source>
        <translation>标记尚未保存。再按一次 Esc 放弃。</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>A name, a number, a phrase</source>
        <translation>姓名、号码或语句</translation>
    </message>
    <message>
        <source>Words to cover</source>
        <translation>要遮盖的文字</translation>
    </message>
    <message>
        <source>Cover these words wherever they stand, on all pages</source>
        <translation>在所有页面上遮盖这些文字</translation>
    </message>
    <message>
        <source>Cover all</source>
        <translation>全部遮盖</translation>
    </message>
    <message>
        <source>What is covered</source>
        <translation>已遮盖的内容</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take the last step back (Ctrl+Z)</source>
        <translation>撤销上一步（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Shift+Z)</source>
        <translation>重做（Ctrl+Shift+Z）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take the chosen area away (Delete)</source>
        <translation>删除所选区域（Delete）</translation>
    </message>
    <message>
        <source>Such as: another person&apos;s phone number</source>
        <translation>例如：他人的电话号码</translation>
    </message>
    <message>
        <source>As the original</source>
        <translation>与原件相同</translation>
    </message>
    <message>
        <source>The dossier prints the reason. The original stays in the casebook, unchanged.</source>
        <translation>卷宗会印出理由。原件保留在案件簿中，不作改动。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>File name of the copy</source>
        <translation>副本的文件名</translation>
    </message>
    <message>
        <source>Show the copy as it will go out (Ctrl+P)</source>
        <translation>显示将要发出的副本（Ctrl+P）</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>显示结果</translation>
    </message>
    <message>
        <source>Let the original go out again; the copy stays in the history</source>
        <translation>今后重新发出原件；副本仍留在历史中</translation>
    </message>
    <message>
        <source>Take the redaction back</source>
        <translation>撤回遮盖</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close without saving (Esc)</source>
        <translation>不保存并关闭（Esc）</translation>
    </message>
    <message>
        <source>Keep the copy; dossiers hold it in place of the original (Ctrl+S)</source>
        <translation>保存副本；卷宗将以它代替原件（Ctrl+S）</translation>
    </message>
    <message>
        <source>Save as {label}</source>
        <translation>保存为 {label}</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Page {page}: {wide} × {high} pixels</source>
        <translation>第 {page} 页：{wide} × {high} 像素</translation>
    </message>
    <message>
        <source>Characters {first} to {last}</source>
        <translation>第 {first} 至 {last} 个字符</translation>
    </message>
    <message>
        <source>Back to marking</source>
        <translation>返回标记</translation>
    </message>
    <message>
        <source>Say why these parts are covered: the dossier prints it.</source>
        <translation>请说明为何遮盖这些部分：卷宗会印出理由。</translation>
    </message>
</context>
<context>
    <name>RedactionPages</name>
    <message>
        <source>{page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Page before (PgUp)</source>
        <translation>上一页（PgUp）</translation>
    </message>
    <message>
        <source>Next page (PgDown)</source>
        <translation>下一页（PgDown）</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>缩小（Ctrl+-）</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>放大（Ctrl++）</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Show the whole page (Ctrl+0)</source>
        <translation>显示整页（Ctrl+0）</translation>
    </message>
    <message>
        <source>Draw boxes</source>
        <translation>画方框</translation>
    </message>
    <message>
        <source>Drag a box over anything (Alt+1)</source>
        <translation>拖动方框遮盖任意内容（Alt+1）</translation>
    </message>
    <message>
        <source>Drag over words to cover them line by line; only where the page holds text (Alt+2)</source>
        <translation>在文字上拖动即可逐行遮盖；仅限含有文字的页面（Alt+2）</translation>
    </message>
    <message>
        <source>Mark text</source>
        <translation>标记文字</translation>
    </message>
</context>
<context>
    <name>RedactionSheet</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Drag a box over what is not to be read. Insert adds a box, Space goes to the next one, the arrows move it, with Shift they resize it, with Ctrl by one pixel, Delete takes it away.</source>
        <translation>在不应被读到的内容上拖出方框。Insert 添加方框，空格选择下一个，方向键移动，按住 Shift 改变大小，按住 Ctrl 每次一个像素，Delete 删除。</translation>
    </message>
</context>
<context>
    <name>RedactionText</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Cover what is selected (Insert)</source>
        <translation>遮盖所选内容（Insert）</translation>
    </message>
    <message>
        <source>Cover the selection</source>
        <translation>遮盖所选内容</translation>
    </message>
    <message>
        <source>Show again what is covered at the cursor (Delete)</source>
        <translation>取消光标处的遮盖（Delete）</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>取消遮盖</translation>
    </message>
</context>
<context>
    <name>ReferenceCommands</name>
    <message>
        <source>Ticket number: {words}</source>
        <translation>工单号：{words}</translation>
    </message>
</context>
<context>
    <name>ReferenceDialog</name>
    <message>
        <source>Add reference</source>
        <translation>添加标识</translation>
    </message>
    <message>
        <source>Such as: Ethereum, TRC-20</source>
        <translation>例如：Ethereum、TRC-20</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Paste it: it is kept and printed in full</source>
        <translation>直接粘贴：会完整保存和打印</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Paste or type the number first.</source>
        <translation>请先粘贴或输入号码。</translation>
    </message>
</context>
<context>
    <name>ReminderPanel</name>
    <message numerus="yes">
        <source>%n follow-up(s) due</source>
        <translation>
            <numerusform>%n 项待办到期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more on Today</source>
        <translation>
            <numerusform>“今天”中还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>没有到期事项。</translation>
    </message>
    <message numerus="yes">
        <source>%n came due while Casebook was closed or the computer slept</source>
        <translation>
            <numerusform>%n 项在 Casebook 关闭或电脑休眠期间到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Rings again every morning at 9 until it is answered</source>
        <translation>每天早上 9 点再次提醒，直到您处理为止</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>现在到期</translation>
    </message>
    <message>
        <source>Follow-ups that have come due</source>
        <translation>已到期的待办</translation>
    </message>
    <message>
        <source>Show Today</source>
        <translation>显示“今天”</translation>
    </message>
    <message>
        <source>See everything that is due</source>
        <translation>查看所有到期事项</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Hide this; nothing is answered (Esc)</source>
        <translation>隐藏，不算处理 (Esc)</translation>
    </message>
</context>
<context>
    <name>RemindersDialog</name>
    <message>
        <source>Reminders on this computer</source>
        <translation>本机提醒</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>What is due always shows in Casebook itself. Notifications repeat it outside the window; they can answer it, too.</source>
        <translation>到期的事总会在 Casebook 内显示。通知会在窗口之外再提醒一次，也可以直接在通知上答复。</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>While Casebook is not in front</source>
        <translation>Casebook 不在前台时</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一下</translation>
    </message>
    <message>
        <source>Show a notification now</source>
        <translation>现在显示一条通知</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>What is to be done, with firm and case</source>
        <translation>要做的事、平台和案件</translation>
    </message>
    <message>
        <source>Only that something is due</source>
        <translation>只说有待办到期</translation>
    </message>
    <message>
        <source>They say</source>
        <translation>通知内容</translation>
    </message>
    <message>
        <source>A notification can often be read on a locked screen as well.</source>
        <translation>锁屏时通知往往也能看到。</translation>
    </message>
    <message>
        <source>Show an icon with the count</source>
        <translation>显示带数量的图标</translation>
    </message>
    <message>
        <source>No icon</source>
        <translation>不显示图标</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>托盘</translation>
    </message>
    <message>
        <source>This desktop has no tray now.</source>
        <translation>这个桌面目前没有托盘。</translation>
    </message>
    <message>
        <source>Ask, if follow-ups wait</source>
        <translation>有待办时询问</translation>
    </message>
    <message>
        <source>Quit; reminders stop</source>
        <translation>退出，提醒随之停止</translation>
    </message>
    <message>
        <source>Stay in the tray, if there is one</source>
        <translation>有托盘时留在托盘</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>关闭窗口时</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>不启动</translation>
    </message>
    <message>
        <source>Start Casebook, in the tray or minimised</source>
        <translation>启动 Casebook（在托盘中或最小化）</translation>
    </message>
    <message>
        <source>When you log in</source>
        <translation>登录时</translation>
    </message>
    <message>
        <source>No notification service answers on this desktop.</source>
        <translation>这个桌面没有通知服务应答。</translation>
    </message>
    <message>
        <source>{why} Casebook is silent outside its window.</source>
        <translation>{why} Casebook 在窗口之外不会提醒。</translation>
    </message>
    <message>
        <source>Shown by {service}, with buttons that answer.</source>
        <translation>由 {service} 显示，带可直接答复的按钮。</translation>
    </message>
    <message>
        <source>Shown by {service}, which has no buttons.</source>
        <translation>由 {service} 显示，没有按钮。</translation>
    </message>
    <message>
        <source>This system does not say what it starts.</source>
        <translation>无法得知这个系统在登录时启动什么。</translation>
    </message>
    <message>
        <source>It is to start {program}, which is not there any more: save to mend it.</source>
        <translation>系统要启动的 {program} 已不存在：保存即可修复。</translation>
    </message>
    <message>
        <source>Entered in {where}</source>
        <translation>登记在 {where}</translation>
    </message>
</context>
<context>
    <name>RequestCommands</name>
    <message>
        <source>Wanted again: {words}</source>
        <translation>重新待提供：{words}</translation>
    </message>
    <message>
        <source>Supplied: {words}</source>
        <translation>已提供：{words}</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Add request</source>
        <translation>添加材料要求</translation>
    </message>
    <message>
        <source>Edit request</source>
        <translation>修改材料要求</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Such as: a photo of the card, last four digits visible</source>
        <translation>例如：银行卡照片，露出后四位</translation>
    </message>
    <message>
        <source>Remind me a day before</source>
        <translation>提前一天提醒我</translation>
    </message>
    <message>
        <source>Makes a follow-up while there is time left</source>
        <translation>在期限之前生成一条待办</translation>
    </message>
    <message>
        <source>They want</source>
        <translation>对方要求</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>It is a proof of who I am</source>
        <translation>属于身份证明</translation>
    </message>
    <message>
        <source>An identity document, a photo of yourself: marked, so that you know who has it</source>
        <translation>证件或本人照片：做出标记，以便您知道谁持有它</translation>
    </message>
    <message>
        <source>What did they ask you to supply?</source>
        <translation>对方要您提供什么？</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Looking for backups</source>
        <translation>正在查看备份</translation>
    </message>
    <message>
        <source>{path} is not there any more.</source>
        <translation>{path} 已不存在。</translation>
    </message>
    <message>
        <source>{path} does not hold what was written into it.</source>
        <translation>{path} 的内容已不是当初写入的内容。</translation>
    </message>
    <message>
        <source>Restore into</source>
        <translation>恢复到</translation>
    </message>
    <message>
        <source>Check of the casebook</source>
        <translation>案件簿检查</translation>
    </message>
    <message>
        <source>Checking the casebook</source>
        <translation>正在检查案件簿</translation>
    </message>
</context>
<context>
    <name>ResendLine</name>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>How the day was found from which it may be sent again</source>
        <translation>可以重新发送的日期是如何得出的</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>正在恢复</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in it are not as they were: check it.</source>
        <translation>
            <numerusform>其中有 %n 项已与当初不同：请检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was left behind.</source>
        <translation>已停止，没有留下任何东西。</translation>
    </message>
    <message>
        <source>Restore into</source>
        <translation>恢复到</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>This folder is not empty.</source>
        <translation>此文件夹不是空的。</translation>
    </message>
    <message>
        <source>Backup of {time}</source>
        <translation>{time} 的备份</translation>
    </message>
    <message>
        <source>To another folder</source>
        <translation>恢复到其他文件夹</translation>
    </message>
    <message>
        <source>In the place of this casebook</source>
        <translation>替换当前案件簿</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>存放到</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose the place</source>
        <translation>选择位置</translation>
    </message>
    <message>
        <source>Passphrase or recovery key of this backup</source>
        <translation>此备份的口令或恢复密钥</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) that were recorded since are not in it.</source>
        <translation>
            <numerusform>此后记录的 %n 条不在其中。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is there now is not lost: it is kept beside as casebook.db.damaged.</source>
        <translation>现有内容不会丢失：以 casebook.db.damaged 为名保留在旁边。</translation>
    </message>
    <message>
        <source>Restore what there is</source>
        <translation>恢复现有部分</translation>
    </message>
    <message>
        <source>Restore although something is missing; what is missing is named</source>
        <translation>即使有缺失也恢复；缺失之处会列出</translation>
    </message>
    <message>
        <source>This casebook stays as it is.</source>
        <translation>当前案件簿保持不变。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close without restoring (Esc)</source>
        <translation>不恢复并关闭（Esc）</translation>
    </message>
    <message>
        <source>Restore this backup (Enter)</source>
        <translation>恢复此备份（Enter）</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open the place in your file manager</source>
        <translation>在文件管理器中打开所在位置</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the restored casebook in a window of its own</source>
        <translation>在新窗口中打开恢复的案件簿</translation>
    </message>
    <message>
        <source>The backup is restored.</source>
        <translation>备份已恢复。</translation>
    </message>
    <message>
        <source>It is a casebook of its own. The one that is open was not touched.</source>
        <translation>这是一份独立的案件簿。当前打开的没有改动。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Restoring the backup of {time}</source>
        <translation>正在恢复 {time} 的备份</translation>
    </message>
    <message>
        <source>The backup is opened and checked first, then put in place in one step. What is there now is kept beside it.</source>
        <translation>先打开并检查备份，再一步替换。现有内容保留在旁边。</translation>
    </message>
    <message>
        <source>Stopped. The casebook is as it was.</source>
        <translation>已停止，案件簿保持原样。</translation>
    </message>
    <message>
        <source>The backup of {time} is in place, but not whole: check the casebook.</source>
        <translation>{time} 的备份已恢复，但不完整：请检查案件簿。</translation>
    </message>
    <message>
        <source>The backup of {time} is in place.</source>
        <translation>{time} 的备份已恢复。</translation>
    </message>
    <message>
        <source>The backup of {time} is in place. What was there before is kept as {name}.</source>
        <translation>{time} 的备份已恢复。原来的内容保留为 {name}。</translation>
    </message>
</context>
<context>
    <name>SaidCommands</name>
    <message>
        <source>Looking for a date</source>
        <translation>正在识别日期</translation>
    </message>
</context>
<context>
    <name>SaidForm</name>
    <message>
        <source>No recorded contact</source>
        <translation>无对应的联系记录</translation>
    </message>
    <message>
        <source>Words of the message</source>
        <translation>消息原文</translation>
    </message>
    <message>
        <source>Said in</source>
        <translation>出自</translation>
    </message>
    <message>
        <source>Mark words above: they are taken over, with the date they name.</source>
        <translation>在上方选中文字即可采用，并识别其中的日期。</translation>
    </message>
    <message>
        <source>As these words say, counted from the message. Look whether it is right.</source>
        <translation>按原话推算，自消息时间起计。请核对是否正确。</translation>
    </message>
    <message>
        <source>As these words say, counted from now. Look whether it is right.</source>
        <translation>按原话推算，自现在起计。请核对是否正确。</translation>
    </message>
</context>
<context>
    <name>SampleBook</name>
    <message>
        <source>Making the sample</source>
        <translation>正在制作示例</translation>
    </message>
    <message>
        <source>Two invented firms and three cases, with mails, chats, promises and a deadline.</source>
        <translation>两家虚构的平台和三个案件，含邮件、聊天、承诺和一个期限。</translation>
    </message>
    <message>
        <source>Back to my casebook</source>
        <translation>回到我的案件簿</translation>
    </message>
    <message>
        <source>Start my own</source>
        <translation>建立我自己的</translation>
    </message>
    <message>
        <source>This is the sample: everything in it is invented. Try what you like.</source>
        <translation>这是示例：其中一切都是虚构的。请随意尝试。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部内容</translation>
    </message>
    <message>
        <source>Find words, ticket numbers and addresses in every case</source>
        <translation>在所有案件中查找文字、工单号和地址</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>The {n} latest matches: add a word to find fewer</source>
        <translation>最近的 {n} 条结果：再加一个词可缩小范围</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 条结果</numerusform>
        </translation>
    </message>
    <message>
        <source>Try fewer words, or a part of a ticket number, TxID or address.</source>
        <translation>试试更少的词，或工单号、TxID、地址的一部分。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Words, names, ticket numbers, TxIDs and addresses, in every case and every mail.</source>
        <translation>文字、姓名、工单号、TxID 和地址，涵盖所有案件和邮件。</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部内容</translation>
    </message>
</context>
<context>
    <name>SenderCommands</name>
    <message>
        <source>File this mail first: the case tells which firm its sender would belong to</source>
        <translation>请先归档此邮件：由案件才能知道发件人属于哪个平台</translation>
    </message>
    <message>
        <source>Looking at a sender</source>
        <translation>正在查看发件人</translation>
    </message>
    <message>
        <source>Checking a signature</source>
        <translation>正在核对签名</translation>
    </message>
</context>
<context>
    <name>SentDialog</name>
    <message>
        <source>I sent it</source>
        <translation>我已发送</translation>
    </message>
    <message>
        <source>Log it as sent</source>
        <translation>记录为已发送</translation>
    </message>
    <message>
        <source>When it was sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>社交平台</translation>
    </message>
    <message>
        <source>Remind me when I may ask again, as the guide says</source>
        <translation>按指引在可以催问时提醒我</translation>
    </message>
    <message>
        <source>Logged are the words as they stand here. If you changed them on the way, change them here too.</source>
        <translation>将按此处的文字记录。如果您发送时作了修改，请在此处同样修改。</translation>
    </message>
    <message>
        <source>When was it sent?</source>
        <translation>是什么时候发送的？</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Waited {waited}, talked {talked}, {total} in all</source>
        <translation>等待 {waited}，沟通 {talked}，共 {total}</translation>
    </message>
    <message>
        <source>They ask for a password or recovery phrase</source>
        <translation>对方索要密码或助记词</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>撤回上一步</translation>
    </message>
    <message>
        <source>Do not record it…</source>
        <translation>不记录…</translation>
    </message>
    <message>
        <source>They answered</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Somebody is there: the waiting ends now</source>
        <translation>有人应答：等待到此结束</translation>
    </message>
    <message>
        <source>Waiting again</source>
        <translation>再次等待</translation>
    </message>
    <message>
        <source>They let you wait: the time counts as waiting</source>
        <translation>对方让您等待：这段时间计为等待</translation>
    </message>
    <message>
        <source>Handed on</source>
        <translation>已转接</translation>
    </message>
    <message>
        <source>Another agent takes over; you wait until then</source>
        <translation>由另一位客服接手；在此之前计为等待</translation>
    </message>
    <message>
        <source>Paste transcript…</source>
        <translation>粘贴聊天记录…</translation>
    </message>
    <message>
        <source>Record the chat line by line, as it was copied</source>
        <translation>按复制的内容逐行记录聊天</translation>
    </message>
    <message>
        <source>Card…</source>
        <translation>卡片…</translation>
    </message>
    <message>
        <source>Number, menu, language, cost, recording and consent</source>
        <translation>号码、菜单、语言、费用、录音与同意情况</translation>
    </message>
    <message>
        <source>End call…</source>
        <translation>结束通话…</translation>
    </message>
    <message>
        <source>End chat…</source>
        <translation>结束聊天…</translation>
    </message>
    <message>
        <source>Record it with what came of it</source>
        <translation>连同结果一起记录</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Category, language, and what you were told to do</source>
        <translation>类别、语言，以及对方要求您做的事</translation>
    </message>
    <message>
        <source>Show this case</source>
        <translation>显示此案件</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Who answered: the name they gave</source>
        <translation>应答者：对方报出的名字</translation>
    </message>
</context>
<context>
    <name>SessionCommands</name>
    <message>
        <source>Forget this chat or call? Its times are lost. What you wrote stays in the composer.</source>
        <translation>要放弃这次聊天或通话吗？其时间记录将丢失。您写下的内容仍留在撰写框中。</translation>
    </message>
    <message>
        <source>Forgotten, nothing was recorded</source>
        <translation>已放弃，未作记录</translation>
    </message>
    <message>
        <source>Call recorded in {case}</source>
        <translation>通话已记入 {case}</translation>
    </message>
    <message>
        <source>Chat recorded in {case}</source>
        <translation>聊天已记入 {case}</translation>
    </message>
</context>
<context>
    <name>SessionEndDialog</name>
    <message>
        <source>End of the call</source>
        <translation>通话结束</translation>
    </message>
    <message>
        <source>End of the chat</source>
        <translation>聊天结束</translation>
    </message>
    <message>
        <source>Record call</source>
        <translation>记录通话</translation>
    </message>
    <message>
        <source>Record chat</source>
        <translation>记录聊天</translation>
    </message>
    <message>
        <source>What did they say would happen by then?</source>
        <translation>对方说届时会发生什么？</translation>
    </message>
    <message>
        <source>What is to be done then? A few words are enough.</source>
        <translation>届时要做什么？几个字即可。</translation>
    </message>
    <message>
        <source>They seem to ask for a secret: “{sentence}”</source>
        <translation>对方似乎在索要机密信息：“{sentence}”</translation>
    </message>
    <message>
        <source>What you asked, what they said</source>
        <translation>您问了什么，对方说了什么</translation>
    </message>
    <message>
        <source>Such as: escalated, answer by mail tomorrow</source>
        <translation>例如：已升级处理，明天邮件答复</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>谁应答的</translation>
    </message>
    <message>
        <source>#ID</source>
        <translation>#工号</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>客服工号</translation>
    </message>
    <message>
        <source>person?</source>
        <translation>真人？</translation>
    </message>
    <message>
        <source>person</source>
        <translation>真人</translation>
    </message>
    <message>
        <source>bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Person or bot</source>
        <translation>真人或机器人</translation>
    </message>
    <message>
        <source>Their number; several with commas</source>
        <translation>对方的编号；多个请用逗号分隔</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>对话内容</translation>
    </message>
    <message numerus="yes">
        <source>With %n file(s): {names}</source>
        <translation>
            <numerusform>附 %n 个文件：{names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Such as: released within 24 hours</source>
        <translation>例如：24 小时内放行</translation>
    </message>
    <message>
        <source>They promised</source>
        <translation>对方承诺</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>何时之前</translation>
    </message>
    <message>
        <source>A promise with a time rings when the time is up.</source>
        <translation>写明时间的承诺到期会提醒。</translation>
    </message>
    <message>
        <source>No follow-up</source>
        <translation>不设待办</translation>
    </message>
    <message>
        <source>{what}, not before {when}</source>
        <translation>{what}，不早于 {when}</translation>
    </message>
    <message>
        <source>On a day of your own</source>
        <translation>自选日期</translation>
    </message>
    <message>
        <source>What is to be done then?</source>
        <translation>届时要做什么？</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再次查看</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>This began {when} and was not ended since: set the times right.</source>
        <translation>此次沟通始于 {when}，此后未结束：请更正时间。</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Paste transcript…</source>
        <translation>粘贴聊天记录…</translation>
    </message>
    <message>
        <source>Record the chat line by line, as it was copied</source>
        <translation>按复制的内容逐行记录聊天</translation>
    </message>
    <message>
        <source>Then write them a summary by mail</source>
        <translation>随后用邮件发送通话要点</translation>
    </message>
    <message>
        <source>A call leaves nothing in writing: a mail that sums it up does</source>
        <translation>通话不留文字：用邮件总结要点可以留下记录</translation>
    </message>
    <message>
        <source>The transcript is not recorded yet: with most firms it is gone once the window is closed.</source>
        <translation>聊天记录尚未保存：多数平台在窗口关闭后便无法再查看。</translation>
    </message>
    <message>
        <source>The transcript is recorded: this goes to the same contact ({number}).</source>
        <translation>聊天记录已保存：以上内容将并入同一条联系记录（{number}）。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>suggested, not before {time}</source>
        <translation>建议，不早于 {time}</translation>
    </message>
    <message>
        <source>suggested, possible since {time}</source>
        <translation>建议，{time} 起即可</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>no time named</source>
        <translation>未说明时间</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>期限 {time}</translation>
    </message>
    <message>
        <source>overdue since {time}</source>
        <translation>自 {time} 逾期</translation>
    </message>
    <message>
        <source>copied ✓</source>
        <translation>已复制 ✓</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>自 {date}</translation>
    </message>
    <message>
        <source>proof of identity</source>
        <translation>身份证明</translation>
    </message>
    <message>
        <source>wanted by {time}</source>
        <translation>要求期限 {time}</translation>
    </message>
    <message>
        <source>asked {date}</source>
        <translation>{date} 要求</translation>
    </message>
    <message>
        <source>supplied {date}</source>
        <translation>{date} 已提供</translation>
    </message>
    <message>
        <source>Next steps, promises, numbers and exhibits</source>
        <translation>下一步、承诺、编号与证物</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Add follow-up (Ctrl+U)</source>
        <translation>添加待办 (Ctrl+U)</translation>
    </message>
    <message>
        <source>Nothing is due. Add a day to look at this again.</source>
        <translation>没有到期事项。可以设一个日子再看一眼。</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Add a deadline; all of them: Ctrl+Shift+U</source>
        <translation>添加期限；查看全部：Ctrl+Shift+U</translation>
    </message>
    <message>
        <source>No clock runs. Pick a rule once a complaint or a request has gone out.</source>
        <translation>没有正在计时的期限。投诉或请求发出后，请选择一条规则。</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Add promise (Ctrl+P)</source>
        <translation>添加承诺 (Ctrl+P)</translation>
    </message>
    <message>
        <source>What did they say would happen, and when?</source>
        <translation>对方说会怎样、什么时候？</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>材料要求</translation>
    </message>
    <message>
        <source>Add request (Ctrl+R)</source>
        <translation>添加材料要求 (Ctrl+R)</translation>
    </message>
    <message>
        <source>What did they ask you to supply?</source>
        <translation>对方要您提供什么？</translation>
    </message>
    <message>
        <source>Quoted in the dossier</source>
        <translation>卷宗引文</translation>
    </message>
    <message>
        <source>Mark words in the timeline and press Q: the dossier quotes them.</source>
        <translation>在时间线中选中文字并按 Q：卷宗会引用它们。</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Add ticket number</source>
        <translation>添加工单号</translation>
    </message>
    <message>
        <source>Their number for this case</source>
        <translation>平台给此案件的编号</translation>
    </message>
    <message>
        <source>References</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Add reference (Ctrl+T)</source>
        <translation>添加标识 (Ctrl+T)</translation>
    </message>
    <message>
        <source>Order number, TxID, address, error code…</source>
        <translation>订单号、TxID、地址、错误代码…</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>Add transfer</source>
        <translation>添加转账</translation>
    </message>
    <message>
        <source>Deposits, withdrawals, trades: amount, addresses, TxID</source>
        <translation>充值、提币、交易：数额、地址、TxID</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Add loss</source>
        <translation>添加损失</translation>
    </message>
    <message>
        <source>What is claimed, line by line, with the source of each rate</source>
        <translation>逐项列出索赔内容和每个汇率的来源</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>证物</translation>
    </message>
    <message>
        <source>Add a file as exhibit</source>
        <translation>添加文件作为证物</translation>
    </message>
    <message>
        <source>Screenshots and files you attach appear here</source>
        <translation>您添加的截图和文件会显示在这里</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>核对清单</translation>
    </message>
    <message>
        <source>Show the checklist (Ctrl+Shift+G)</source>
        <translation>打开核对清单（Ctrl+Shift+G）</translation>
    </message>
    <message>
        <source>Everything is there that they will ask for.</source>
        <translation>平台会问的信息均已齐备。</translation>
    </message>
    <message>
        <source>no exhibit</source>
        <translation>没有证物</translation>
    </message>
    <message>
        <source>rate without a source</source>
        <translation>汇率没有来源</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Firm and accounts…</source>
        <translation>平台与账户…</translation>
    </message>
    <message>
        <source>Rename view…</source>
        <translation>重命名视图…</translation>
    </message>
    <message>
        <source>Remove view</source>
        <translation>移除视图</translation>
    </message>
    <message>
        <source>Add a firm…</source>
        <translation>添加平台…</translation>
    </message>
    <message>
        <source>Add a firm</source>
        <translation>添加平台</translation>
    </message>
    <message>
        <source>Add an exchange, broker, bank or regulator (Ctrl+Shift+N)</source>
        <translation>添加交易所、券商、银行或监管机构 (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>Views and firms</source>
        <translation>视图与平台</translation>
    </message>
</context>
<context>
    <name>SnipOverlay</name>
    <message>
        <source>Screenshot</source>
        <translation>截图</translation>
    </message>
    <message>
        <source>Screenshot of a part of the screen</source>
        <translation>截取屏幕的一部分</translation>
    </message>
    <message>
        <source>Drag over what matters. Enter takes the whole screen, Esc leaves.</source>
        <translation>拖出要紧的部分。回车截取整个屏幕，Esc 离开。</translation>
    </message>
    <message>
        <source>Enter takes it. Arrows move it, Shift+arrows resize it, Esc leaves.</source>
        <translation>回车截取。方向键移动，Shift+方向键调整大小，Esc 离开。</translation>
    </message>
</context>
<context>
    <name>Snipping</name>
    <message>
        <source>This desktop lets no program take a screenshot. Take it with the system&apos;s own tool, then Ctrl+V.</source>
        <translation>此桌面不允许程序截图。请用系统自带的工具截图，然后按 Ctrl+V。</translation>
    </message>
</context>
<context>
    <name>SnoozeDialog</name>
    <message>
        <source>Snooze</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>Remind me again, though the due date stays what it was:</source>
        <translation>再次提醒我（到期日不变）：</translation>
    </message>
    <message>
        <source>Snooze until then</source>
        <translation>推迟到那时</translation>
    </message>
    <message>
        <source>Snooze until the time beside this button</source>
        <translation>推迟到按钮旁边的时间</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>不作更改 (Esc)</translation>
    </message>
</context>
<context>
    <name>SpokenLine</name>
    <message>
        <source>14:03, yesterday 9pm, 2 hours ago…</source>
        <translation>14:03、昨天下午3点、2小时前…</translation>
    </message>
    <message>
        <source>When, in words</source>
        <translation>用文字写的时间</translation>
    </message>
    <message>
        <source>When it happened, in your words: 14:03, Fri 14:00, 20.11. 14:03, around 3</source>
        <translation>用您自己的话写何时发生：14:03、上周五14:00、11月20日14:03、大约3点</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Reading a time</source>
        <translation>读取时间</translation>
    </message>
    <message>
        <source>Type a time in your words, or set it below.</source>
        <translation>用您的话写时间，或在下面设定。</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>The casebook is not encrypted any more.</source>
        <translation>案件簿已解除加密。</translation>
    </message>
    <message>
        <source>Stopped. The casebook is as it was.</source>
        <translation>已停止，案件簿保持原样。</translation>
    </message>
    <message>
        <source>The casebook is encrypted from now on.</source>
        <translation>案件簿现已加密。</translation>
    </message>
    <message>
        <source>Not encrypted yet: {places}. Connect the drive and back up, and its backups follow.</source>
        <translation>尚未加密：{places}。请连接该驱动器并备份，其中的备份会随之加密。</translation>
    </message>
    <message>
        <source>The casebook was encrypted before it stopped. Open it with the new passphrase, and make a recovery key under File, Protection.</source>
        <translation>停止之前案件簿已完成加密。请用新口令打开，并在“文件 → 保护”中重新生成恢复密钥。</translation>
    </message>
    <message>
        <source>Making the casebook</source>
        <translation>正在建立案件簿</translation>
    </message>
    <message>
        <source>Copies of this casebook that are not encrypted still lie in {folder}.</source>
        <translation>此案件簿仍有未加密的副本，位于 {folder}。</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Looking for backups</source>
        <translation>正在查看备份</translation>
    </message>
    <message>
        <source>Another window has this casebook open. Go on there, or close it first.</source>
        <translation>此案件簿已在另一个窗口中打开。请在那里继续，或先关闭它。</translation>
    </message>
    <message>
        <source>If it does not answer, end its process, number {number}.</source>
        <translation>如果它没有反应，请结束它的进程，编号 {number}。</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
</context>
<context>
    <name>SubjectCheck</name>
    <message>
        <source>Language of the subject</source>
        <translation>主题的语言</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Put this subject on the clipboard</source>
        <translation>将此主题复制到剪贴板</translation>
    </message>
    <message>
        <source>Use below</source>
        <translation>用于下方</translation>
    </message>
    <message>
        <source>Put this subject into the field below</source>
        <translation>将此主题填入下方</translation>
    </message>
    <message>
        <source>Type or paste the subject you thought of</source>
        <translation>输入或粘贴您想用的主题</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Whoever sorts the mail reads the subject first: it names the problem, and a number to find it by.</source>
        <translation>分拣邮件的人先看主题：写明问题，并附一个可供查找的编号。</translation>
    </message>
    <message>
        <source>From the facts of this case</source>
        <translation>根据本案事实拟定</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>您自己的</translation>
    </message>
    <message>
        <source>It says what the matter is.</source>
        <translation>说明了问题所在。</translation>
    </message>
</context>
<context>
    <name>SuggestionBar</name>
    <message>
        <source>File in {case}</source>
        <translation>归入 {case}</translation>
    </message>
    <message>
        <source>File here (Enter)</source>
        <translation>归入此处（Enter）</translation>
    </message>
</context>
<context>
    <name>SuggestionCommands</name>
    <message>
        <source>You will be reminded {when}</source>
        <translation>将在 {when} 提醒您</translation>
    </message>
</context>
<context>
    <name>SupplyDialog</name>
    <message>
        <source>Supplied</source>
        <translation>已提供</translation>
    </message>
    <message>
        <source>Mark as supplied</source>
        <translation>标记为已提供</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>No recorded contact</source>
        <translation>无对应的联系记录</translation>
    </message>
    <message>
        <source>With</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>The mail or chat in which you sent it, with its exhibits</source>
        <translation>您发送该材料的邮件或聊天，连同其证物</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>A new tag, such as vip or tax</source>
        <translation>新标签，例如 vip 或 税务</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add this tag (Enter)</source>
        <translation>添加这个标签 (Enter)</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>There are no tags yet. Type the first one above.</source>
        <translation>还没有标签。请在上面输入第一个。</translation>
    </message>
    <message>
        <source>Tags in use</source>
        <translation>已用的标签</translation>
    </message>
    <message numerus="yes">
        <source>%n of the selected cases</source>
        <translation>
            <numerusform>选中的案件中有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n case(s)</source>
        <translation>
            <numerusform>%n 个案件有这个标签</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TalkFields</name>
    <message>
        <source>Not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Such as: 2 &gt; 4 &gt; 0</source>
        <translation>例如：2 &gt; 4 &gt; 0</translation>
    </message>
    <message>
        <source>Such as: SGD 4.20</source>
        <translation>例如：SGD 4.20</translation>
    </message>
    <message>
        <source>Such as: 12 min</source>
        <translation>例如：12 分</translation>
    </message>
    <message>
        <source>Such as: 5 min</source>
        <translation>例如：5 分</translation>
    </message>
    <message>
        <source>Who agreed or was told, how, and when</source>
        <translation>谁同意或被告知，以何种方式，何时</translation>
    </message>
    <message>
        <source>What you were told to do, and whether you did it</source>
        <translation>对方要求您做什么，您是否照做</translation>
    </message>
    <message>
        <source>Such as: blue, none</source>
        <translation>例如：蓝标、无</translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>My templates</source>
        <translation>我的模板</translation>
    </message>
    <message>
        <source>Every channel</source>
        <translation>所有渠道</translation>
    </message>
    <message>
        <source>The words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Places for facts</source>
        <translation>可填写的事实</translation>
    </message>
    <message>
        <source>Use these words</source>
        <translation>使用这些文字</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>保存 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Use the words that come with the program again</source>
        <translation>恢复使用程序自带的文字</translation>
    </message>
    <message>
        <source>Back to the program’s words</source>
        <translation>恢复程序自带文字</translation>
    </message>
    <message>
        <source>What you typed is not saved. Press Esc again to discard it.</source>
        <translation>您输入的内容尚未保存。再按一次 Esc 即放弃。</translation>
    </message>
    <message>
        <source>{name} is filled in from the case, or left in [brackets] to fill in. A line with {name?} goes where the fact is not known.</source>
        <translation>{name} 会用案件中的事实填写，未知时以 [方括号] 留空。含 {name?} 的行在事实未知时会整行省略。</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Places for facts: Enter or a double click puts one in</source>
        <translation>可填写的事实：按 Enter 或双击即可插入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>您自己的文字</translation>
    </message>
    <message>
        <source>Your own words for every channel; change them here for this channel alone</source>
        <translation>您为所有渠道写的文字；在此修改只影响本渠道</translation>
    </message>
    <message>
        <source>The words that come with the program</source>
        <translation>程序自带的文字</translation>
    </message>
    <message>
        <source>{places} is no place for a fact: take one from the list.</source>
        <translation>{places} 不是可填写的事实：请从列表中选取。</translation>
    </message>
</context>
<context>
    <name>TicketDialog</name>
    <message>
        <source>Add ticket number</source>
        <translation>添加工单号</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>As the firm writes it</source>
        <translation>按平台的写法</translation>
    </message>
    <message>
        <source>Paste or type the number first.</source>
        <translation>请先粘贴或输入号码。</translation>
    </message>
</context>
<context>
    <name>TimeChip</name>
    <message>
        <source>When it happened</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>{time}
Set when it happened, in words too: “yesterday 9pm”</source>
        <translation>{time}
设定何时发生，也可用文字：“昨天下午3点”</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>written {span} later</source>
        <translation>{span}后补记</translation>
    </message>
    <message>
        <source>bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>person</source>
        <translation>真人</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Written down {time}</source>
        <translation>记录于 {time}</translation>
    </message>
    <message>
        <source>Show %n quoted line(s)</source>
        <translation>显示 %n 行引文</translation>
    </message>
    <message>
        <source>quoted in the dossier</source>
        <translation>卷宗引用</translation>
    </message>
    <message>
        <source>+{count} more</source>
        <translation>另有 {count} 件</translation>
    </message>
    <message>
        <source>amended</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>{why} · does not stop the clock</source>
        <translation>{why} · 不停止计时</translation>
    </message>
    <message>
        <source>Promise: “{words}” · {state}</source>
        <translation>承诺：“{words}” · {state}</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline of the case</source>
        <translation>案件时间线</translation>
    </message>
</context>
<context>
    <name>TodayPane</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>到期事项</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>新建案件…</translation>
    </message>
    <message>
        <source>Import mail…</source>
        <translation>导入邮件…</translation>
    </message>
    <message>
        <source>Note a problem with a firm (Ctrl+N)</source>
        <translation>记下与平台的一个问题 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Bring in the mails you have (Ctrl+I)</source>
        <translation>导入您已有的邮件 (Ctrl+I)</translation>
    </message>
    <message>
        <source>Next: {what}, {when} ({place}).</source>
        <translation>接下来：{what}，{when}（{place}）。</translation>
    </message>
    <message>
        <source>No follow-up is set. Log what you send, and Casebook says when to ask again.</source>
        <translation>没有设定待办。记录您发出的消息，Casebook 会告诉您何时可以再次询问。</translation>
    </message>
    <message>
        <source>Start with the problem you have: note the case, then bring in its mails.</source>
        <translation>从您遇到的问题开始：先建案件，再导入相关邮件。</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>没有到期事项。</translation>
    </message>
    <message numerus="yes">
        <source>the oldest %n are listed</source>
        <translation>
            <numerusform>仅列出最早的 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) due</source>
        <translation>
            <numerusform>%n 项待办到期</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is due</source>
        <translation>没有到期事项</translation>
    </message>
</context>
<context>
    <name>TranscriptDialog</name>
    <message>
        <source>Paste a chat</source>
        <translation>粘贴聊天记录</translation>
    </message>
    <message>
        <source>Record chat</source>
        <translation>记录聊天</translation>
    </message>
    <message>
        <source>In the chat&apos;s own window: select all, copy, and paste it here.</source>
        <translation>在聊天窗口中全选并复制，然后粘贴到这里。</translation>
    </message>
    <message>
        <source>The chat as it was copied</source>
        <translation>复制来的聊天原文</translation>
    </message>
    <message>
        <source>Live chat on the website, Telegram…</source>
        <translation>网站在线客服、Telegram…</translation>
    </message>
    <message>
        <source>Left empty: as the chat names them</source>
        <translation>留空则按聊天中的名字</translation>
    </message>
    <message>
        <source>As the dates themselves tell</source>
        <translation>按日期本身判断</translation>
    </message>
    <message>
        <source>The day first: 03/11 is the 3rd of November</source>
        <translation>日在前：03/11 表示 11 月 3 日</translation>
    </message>
    <message>
        <source>The month first: 03/11 is the 11th of March</source>
        <translation>月在前：03/11 表示 3 月 11 日</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s).</source>
        <translation>
            <numerusform>共 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste the words of the chat first.</source>
        <translation>请先粘贴聊天内容。</translation>
    </message>
    <message>
        <source>There is no open case yet: make one first.</source>
        <translation>还没有进行中的案件：请先新建一个。</translation>
    </message>
    <message>
        <source>The chat is still being read: look at it first, then record it.</source>
        <translation>正在读取聊天内容：请先查看，再记录。</translation>
    </message>
    <message>
        <source>Day and month could be the other way round: say below which comes first.</source>
        <translation>日和月的顺序无法确定：请在下方选择哪个在前。</translation>
    </message>
    <message>
        <source>How it will be recorded</source>
        <translation>将如何记录</translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation>谁是谁</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Where the chat was</source>
        <translation>聊天所在的地方</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>在哪里</translation>
    </message>
    <message>
        <source>The day counts where the chat shows only hours, the zone for all times in it</source>
        <translation>聊天中只写时刻时以此日期为准；时区适用于其中所有时间</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服</translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a speaker, kept as notices.</source>
        <translation>
            <numerusform>其中 %n 行没有写明是谁说的，作为系统提示保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Nothing is pasted yet. What you paste is shown here line by line before it is recorded.</source>
        <translation>尚未粘贴内容。粘贴后会先在这里逐行显示，然后再记录。</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Add transfer</source>
        <translation>添加转账</translation>
    </message>
    <message>
        <source>Edit transfer</source>
        <translation>编辑转账</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数额</translation>
    </message>
    <message>
        <source>Coin or currency</source>
        <translation>币种或货币</translation>
    </message>
    <message>
        <source>Coin</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Paste it: it is kept and printed in full</source>
        <translation>请粘贴：会一字不差地保存并完整打印</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>In the firm&apos;s or the explorer&apos;s own word</source>
        <translation>照平台或区块浏览器的原词</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Printed as text in the dossier; this program never opens it</source>
        <translation>在卷宗里只作为文字打印；本程序从不打开它</translation>
    </message>
    <message>
        <source>Explorer page</source>
        <translation>区块浏览器网址</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Shown by</source>
        <translation>由证物证明</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Write at least an amount, a TxID, an order number or an address.</source>
        <translation>请至少写下数额、TxID、订单号或地址之一。</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n follow-up(s) due</source>
        <translation>
            <numerusform>%n 条待办到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>没有到期的待办</translation>
    </message>
    <message>
        <source>Open Casebook</source>
        <translation>打开 Casebook</translation>
    </message>
    <message>
        <source>Show what is due ({count})</source>
        <translation>查看到期的待办 ({count})</translation>
    </message>
    <message>
        <source>Log contact…</source>
        <translation>记录联系…</translation>
    </message>
    <message>
        <source>Screenshot of a part…</source>
        <translation>截取屏幕一部分…</translation>
    </message>
    <message>
        <source>Quit Casebook</source>
        <translation>退出 Casebook</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>撤销(&amp;U)：{what}</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>This computer no longer has the key: its keyring is locked or was lost. The passphrase still opens the casebook.</source>
        <translation>这台电脑已没有密钥：钥匙串被锁定或已丢失。仍可用口令打开案件簿。</translation>
    </message>
    <message>
        <source>This casebook is locked</source>
        <translation>案件簿已锁定</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>使用恢复密钥</translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation>设置新口令</translation>
    </message>
    <message>
        <source>The eight groups that you saved or printed when the casebook was encrypted.</source>
        <translation>加密案件簿时您保存或打印的八组字符。</translation>
    </message>
    <message>
        <source>The recovery key is right. A new passphrase takes the place of the forgotten one; the recovery key stays as it is.</source>
        <translation>恢复密钥正确。新口令将取代忘记的口令，恢复密钥保持不变。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Spaces, hyphens, small and capital letters make no difference.</source>
        <translation>空格、连字符和大小写均不影响。</translation>
    </message>
    <message>
        <source>Remember on this computer</source>
        <translation>在这台电脑上记住</translation>
    </message>
    <message>
        <source>The system&apos;s keyring keeps a key: whoever uses your account can open it</source>
        <translation>由系统钥匙串保存密钥：能使用您账户的人都能打开</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>正在解锁…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Open the casebook (Enter)</source>
        <translation>打开案件簿 (Enter)</translation>
    </message>
    <message>
        <source>Set and open</source>
        <translation>设置并打开</translation>
    </message>
    <message>
        <source>Set the new passphrase and open the casebook (Enter)</source>
        <translation>设置新口令并打开案件簿 (Enter)</translation>
    </message>
    <message>
        <source>When the passphrase is forgotten</source>
        <translation>忘记口令时使用</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>使用口令</translation>
    </message>
    <message>
        <source>Go back to the passphrase</source>
        <translation>返回输入口令</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>保留旧口令</translation>
    </message>
    <message>
        <source>Open the casebook and change nothing</source>
        <translation>打开案件簿，不作更改</translation>
    </message>
</context>
<context>
    <name>Unlocking</name>
    <message>
        <source>The new passphrase is set.</source>
        <translation>新口令已设置。</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>正在解锁</translation>
    </message>
</context>
<context>
    <name>UnusualModel</name>
    <message>
        <source>Ticked: the unredacted original goes out in place of the copy</source>
        <translation>勾选：发出未遮盖的原件，代替副本</translation>
    </message>
    <message>
        <source>stays here: {reason}</source>
        <translation>留在这里：{reason}</translation>
    </message>
    <message>
        <source>the unredacted original goes out</source>
        <translation>发出未遮盖的原件</translation>
    </message>
    <message>
        <source>the redacted copy goes out</source>
        <translation>发出遮盖副本</translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message>
        <source>Making a backup</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Checking what was recorded last</source>
        <translation>正在检查最近的记录</translation>
    </message>
    <message>
        <source>Getting ready for what comes next</source>
        <translation>正在为后续操作做准备</translation>
    </message>
    <message>
        <source>Today&apos;s backup is made, but the casebook has faults: check it.</source>
        <translation>今天的备份已做好，但案件簿有问题：请检查。</translation>
    </message>
    <message>
        <source>Check the casebook</source>
        <translation>检查案件簿</translation>
    </message>
    <message>
        <source>There is no backup of the last session: {reason}</source>
        <translation>上次使用后没有备份：{reason}</translation>
    </message>
    <message>
        <source>Today&apos;s backup could not be made: {reason}</source>
        <translation>今天的备份未能完成：{reason}</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>What was recorded last is not as it was recorded. {fault}</source>
        <translation>最近的记录与当初不符。{fault}</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>全面检查</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>The view is called {name}</source>
        <translation>视图已改名为 {name}</translation>
    </message>
    <message>
        <source>The view {name} is gone</source>
        <translation>视图 {name} 已移除</translation>
    </message>
    <message>
        <source>The view {name} is saved</source>
        <translation>视图 {name} 已保存</translation>
    </message>
</context>
<context>
    <name>ViewDialog</name>
    <message>
        <source>Rename view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存这个视图</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Such as: large and overdue</source>
        <translation>例如：金额大且已逾期</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>It keeps the filter, the order, the headings and the columns, and stands in the sidebar.</source>
        <translation>它会记住筛选、排序、分组和列，并列在边栏里。</translation>
    </message>
    <message>
        <source>There is a view of this name: it is replaced.</source>
        <translation>已有同名的视图：将会替换它。</translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation>请给视图起个名称。</translation>
    </message>
</context>
<context>
    <name>WatchFolder</name>
    <message>
        <source>Looking into the watch folder</source>
        <translation>正在查看监视文件夹</translation>
    </message>
    <message>
        <source>Taking in mail from the watch folder</source>
        <translation>正在从监视文件夹导入邮件</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s) from the watch folder</source>
        <translation>
            <numerusform>从监视文件夹导入 %n 封新邮件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filed in a case</source>
        <translation>
            <numerusform>%n 封已归入案件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read, such as {file}</source>
        <translation>
            <numerusform>%n 个无法读取，例如 {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch folder</source>
        <translation>监视文件夹</translation>
    </message>
</context>
<context>
    <name>WelcomePane</name>
    <message>
        <source>Start your first case</source>
        <translation>开始您的第一个案件</translation>
    </message>
    <message>
        <source>A case is one problem with one exchange, broker or bank: a deposit that never arrived, a withdrawal on hold, a frozen account. Everything stays on this computer.</source>
        <translation>一个案件就是与一家交易所、券商或银行的一个问题：充值未到账、提币被冻结、账户被封。所有内容都只保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>先看看示例</translation>
    </message>
    <message>
        <source>Log each contact</source>
        <translation>记录每次联系</translation>
    </message>
    <message>
        <source>Be told when to act</source>
        <translation>到时提醒您行动</translation>
    </message>
    <message>
        <source>Hand over the evidence</source>
        <translation>交出证据</translation>
    </message>
    <message>
        <source>Chat, mail, phone, ticket: the agent&apos;s name, the ticket number, what was promised, a screenshot.</source>
        <translation>聊天、邮件、电话、工单：客服姓名、工单号、对方的承诺、截图。</translation>
    </message>
    <message>
        <source>When an answer is overdue, Casebook says what to do next and why today.</source>
        <translation>对方逾期未复时，Casebook 会告诉您下一步做什么、为什么是今天。</translation>
    </message>
    <message>
        <source>One PDF and a folder that an ombudsman, a bank or a court can check without this program.</source>
        <translation>一份 PDF 和一个文件夹，调解机构、银行或法院不用本程序也能核对。</translation>
    </message>
</context>
<context>
    <name>WhereDialog</name>
    <message>
        <source>Where to turn</source>
        <translation>向谁求助</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What matters most</source>
        <translation>最看重什么</translation>
    </message>
    <message>
        <source>You can write in</source>
        <translation>您能使用的语言</translation>
    </message>
    <message>
        <source>Ways, the best first</source>
        <translation>渠道，最合适的在前</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Write to them…</source>
        <translation>写信给平台…</translation>
    </message>
    <message>
        <source>Have the words made ready for this way</source>
        <translation>为此渠道备好信件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>The program knows no addresses: what is noted of {firm} is what you looked up yourself.</source>
        <translation>本程序不知道任何地址：关于 {firm} 的记录都是您自己查到的。</translation>
    </message>
    <message>
        <source>Change what is noted…</source>
        <translation>修改记录…</translation>
    </message>
    <message>
        <source>Note this way…</source>
        <translation>记录此渠道…</translation>
    </message>
    <message>
        <source>Where it is, when it is staffed, in which languages, at what cost</source>
        <translation>在哪里、何时有人、支持哪些语言、费用多少</translation>
    </message>
</context>
<context>
    <name>WhoPanel</name>
    <message>
        <source>Show everything that is known of the sender</source>
        <translation>显示关于发件人的全部已知情况</translation>
    </message>
    <message>
        <source>Record this address in the firm&apos;s register</source>
        <translation>把此地址登记到该平台</translation>
    </message>
    <message>
        <source>Fetch the domain&apos;s key from a name server and check the signature</source>
        <translation>从域名服务器取得该域名的密钥并核对签名</translation>
    </message>
    <message>
        <source>Sent by you</source>
        <translation>由您发出</translation>
    </message>
    <message>
        <source>Looked up again…</source>
        <translation>重新查证…</translation>
    </message>
    <message>
        <source>Add to the register…</source>
        <translation>加入登记…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Check signature…</source>
        <translation>核对签名…</translation>
    </message>
    <message>
        <source>Who wrote this?</source>
        <translation>这是谁写的？</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Plurals</name>
    <message numerus="yes">
        <source>%n mail(s) in Outlook&apos;s own format are not in it: save them one by one.</source>
        <translation>
            <numerusform>%n 封 Outlook 专有格式的邮件未包含在内：请逐一保存。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>OK</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>隐藏此消息</translation>
    </message>
</context>
<context>
    <name>_Session</name>
    <message>
        <source>Casebook stopped suddenly last time. What was recorded is safe, and what was being written is where it was. The log folder (Help menu) has the details.</source>
        <translation>Casebook 上次意外停止。已记录的内容是安全的，正在写的内容仍在原处。详细信息在日志文件夹中（“帮助”菜单）。</translation>
    </message>
</context>
<context>
    <name>_TimePopup</name>
    <message>
        <source>How the time is known</source>
        <translation>如何得知这个时间</translation>
    </message>
    <message>
        <source>How the time is known: the report says so</source>
        <translation>如何得知这个时间：报告中会注明</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Set time</source>
        <translation>设定时间</translation>
    </message>
    <message>
        <source>It happens now: let the clock run</source>
        <translation>正在发生：时间跟随时钟</translation>
    </message>
    <message>
        <source>Take this time (Enter)</source>
        <translation>采用这个时间 (Enter)</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>案件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>指引(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Import mail…</source>
        <translation>导入邮件(&amp;I)…</translation>
    </message>
    <message>
        <source>Read .eml and .mbox files into this casebook</source>
        <translation>把 .eml 和 .mbox 文件读入案件簿</translation>
    </message>
    <message>
        <source>&amp;Mailboxes…</source>
        <translation>邮箱(&amp;M)…</translation>
    </message>
    <message>
        <source>Fetch what is new from a mailbox on a server</source>
        <translation>从服务器上的邮箱收取新邮件</translation>
    </message>
    <message>
        <source>Import c&amp;hats…</source>
        <translation>导入聊天记录(&amp;H)…</translation>
    </message>
    <message>
        <source>Read what Telegram, Discord or WhatsApp exported, and choose whose come in</source>
        <translation>读取 Telegram、Discord 或 WhatsApp 导出的记录，并选择导入哪些会话</translation>
    </message>
    <message>
        <source>&amp;Export dossier…</source>
        <translation>导出卷宗(&amp;E)…</translation>
    </message>
    <message>
        <source>Make the PDF and the evidence pack of this case</source>
        <translation>生成此案件的 PDF 和证据包</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>See, make, check and restore backups, and choose where they go</source>
        <translation>查看、创建、检查、恢复备份，并选择存放位置</translation>
    </message>
    <message>
        <source>&amp;Take in a case…</source>
        <translation>接收案件(&amp;T)…</translation>
    </message>
    <message>
        <source>Read a case that another casebook wrote, with its files and its history</source>
        <translation>读入另一案件簿导出的案件，包括文件和历史</translation>
    </message>
    <message>
        <source>&amp;Whole casebook as one file…</source>
        <translation>整个案件簿写成一个文件(&amp;W)…</translation>
    </message>
    <message>
        <source>Write everything in a form that other programs can read</source>
        <translation>把全部内容写成其他程序可读的形式</translation>
    </message>
    <message>
        <source>Check the &amp;casebook</source>
        <translation>检查案件簿(&amp;C)</translation>
    </message>
    <message>
        <source>Compare every record and attachment with what was recorded</source>
        <translation>把每条记录、每个附件与当初的记录逐一比对</translation>
    </message>
    <message>
        <source>&amp;Protection…</source>
        <translation>保护(&amp;P)…</translation>
    </message>
    <message>
        <source>Encrypt this casebook, change its passphrase, or set when it locks</source>
        <translation>加密案件簿、更改口令，或设置何时锁定</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>立即锁定(&amp;L)</translation>
    </message>
    <message>
        <source>Close this casebook until its passphrase is given</source>
        <translation>关闭案件簿，直到输入口令</translation>
    </message>
    <message>
        <source>Prefe&amp;rences…</source>
        <translation>偏好设置(&amp;R)…</translation>
    </message>
    <message>
        <source>Set how long a contact can be put right, and how long the bin keeps</source>
        <translation>设置新记录可修正多久、回收站保留多久</translation>
    </message>
    <message>
        <source>Bi&amp;n…</source>
        <translation>回收站(&amp;N)…</translation>
    </message>
    <message>
        <source>See what was deleted, and put it back</source>
        <translation>查看已删除的内容并放回</translation>
    </message>
    <message>
        <source>P&amp;urge a secret…</source>
        <translation>清除泄露的机密(&amp;U)…</translation>
    </message>
    <message>
        <source>Take a leaked phrase or password out of everything, backups included</source>
        <translation>把泄露的助记词或密码从所有地方清除，包括备份</translation>
    </message>
    <message>
        <source>Show the casebook &amp;folder</source>
        <translation>打开案件簿文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Open the folder that holds everything, in your file manager</source>
        <translation>在文件管理器中打开保存全部内容的文件夹</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Log contact</source>
        <translation>记录联系(&amp;L)</translation>
    </message>
    <message>
        <source>Write down what was just said or sent</source>
        <translation>写下刚才说了什么或发送了什么</translation>
    </message>
    <message>
        <source>Quic&amp;k log…</source>
        <translation>快速记录(&amp;K)…</translation>
    </message>
    <message>
        <source>Write down a contact of any case in a small form</source>
        <translation>用小窗口为任一案件写下联系记录</translation>
    </message>
    <message>
        <source>&amp;Screenshot of a part…</source>
        <translation>截取屏幕一部分(&amp;S)…</translation>
    </message>
    <message>
        <source>Frame a part of the screen and attach it to what you write</source>
        <translation>框选屏幕的一部分，附到您正在写的内容</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>新建案件(&amp;N)…</translation>
    </message>
    <message>
        <source>Open a case: one problem with one firm</source>
        <translation>新建案件：与一家平台的一个问题</translation>
    </message>
    <message>
        <source>New f&amp;irm…</source>
        <translation>新建平台(&amp;I)…</translation>
    </message>
    <message>
        <source>Add an exchange, broker, bank or regulator</source>
        <translation>添加交易所、券商、银行或监管机构</translation>
    </message>
    <message>
        <source>&amp;Edit case…</source>
        <translation>编辑案件(&amp;E)…</translation>
    </message>
    <message>
        <source>Change title, amount, claim and the remedy you want</source>
        <translation>修改标题、金额、诉求和希望的解决方式</translation>
    </message>
    <message>
        <source>&amp;Close or reopen case…</source>
        <translation>结案或重新打开(&amp;C)…</translation>
    </message>
    <message>
        <source>End this case with its outcome, or take it up again</source>
        <translation>填写结果并结案，或重新打开案件</translation>
    </message>
    <message>
        <source>&amp;Delete case</source>
        <translation>删除案件(&amp;D)</translation>
    </message>
    <message>
        <source>Put this case into the bin, from where it can be put back</source>
        <translation>把此案件放入回收站，之后可以放回</translation>
    </message>
    <message>
        <source>Add follow-&amp;up…</source>
        <translation>添加待办(&amp;U)…</translation>
    </message>
    <message>
        <source>Be reminded of this case on a day you choose</source>
        <translation>在您选择的日子提醒此案件</translation>
    </message>
    <message>
        <source>Paste a c&amp;hat…</source>
        <translation>粘贴聊天记录(&amp;H)…</translation>
    </message>
    <message>
        <source>Record a conversation as it was copied from a chat window</source>
        <translation>记录从聊天窗口复制的对话</translation>
    </message>
    <message>
        <source>Add &amp;promise…</source>
        <translation>添加承诺(&amp;P)…</translation>
    </message>
    <message>
        <source>Note what an agent said would happen, and by when</source>
        <translation>记下客服说会怎样、什么时候</translation>
    </message>
    <message>
        <source>Add re&amp;quest…</source>
        <translation>添加材料要求(&amp;Q)…</translation>
    </message>
    <message>
        <source>Note what support asked you to supply</source>
        <translation>记下客服要您提供什么</translation>
    </message>
    <message>
        <source>Add &amp;reference…</source>
        <translation>添加标识(&amp;R)…</translation>
    </message>
    <message>
        <source>Note an order number, TxID, address or error code</source>
        <translation>记下订单号、TxID、地址或错误代码</translation>
    </message>
    <message>
        <source>What is d&amp;ue now</source>
        <translation>现在到期的待办(&amp;U)</translation>
    </message>
    <message>
        <source>All follow-ups that ring, ready to be answered</source>
        <translation>所有正在提醒的待办，可直接处理</translation>
    </message>
    <message>
        <source>&amp;Write to them…</source>
        <translation>撰写信件(&amp;W)…</translation>
    </message>
    <message>
        <source>A message to the firm, made ready from what is recorded</source>
        <translation>根据记录为平台准备好的信件</translation>
    </message>
    <message>
        <source>&amp;My templates…</source>
        <translation>我的模板(&amp;M)…</translation>
    </message>
    <message>
        <source>The words of your messages, with places for facts</source>
        <translation>信件的文字模板，含可填写的事实</translation>
    </message>
    <message>
        <source>Dra&amp;ft a letter…</source>
        <translation>起草信函(&amp;F)…</translation>
    </message>
    <message>
        <source>Complaint, summary or police facts, written from what is recorded</source>
        <translation>根据记录起草投诉函、摘要或报案事实</translation>
    </message>
    <message>
        <source>Chec&amp;klist…</source>
        <translation>核对清单(&amp;K)…</translation>
    </message>
    <message>
        <source>What they will ask for and what is there; subject line; names for attachments</source>
        <translation>平台会问什么、已有什么；邮件主题；附件命名</translation>
    </message>
    <message>
        <source>&amp;Help-centre search…</source>
        <translation>帮助中心检索(&amp;H)…</translation>
    </message>
    <message>
        <source>Note what you looked up, with words that are still worth trying</source>
        <translation>记录查过的内容，并提示还值得一试的关键词</translation>
    </message>
    <message>
        <source>Start a &amp;chat</source>
        <translation>开始聊天(&amp;C)</translation>
    </message>
    <message>
        <source>A live chat begins now: count the waiting, keep every step with its time</source>
        <translation>在线聊天现在开始：计算等待时间，保留每一步及其时间</translation>
    </message>
    <message>
        <source>Start a ca&amp;ll</source>
        <translation>开始通话(&amp;L)</translation>
    </message>
    <message>
        <source>A call begins now: its card keeps number, menu, waiting, cost and consent</source>
        <translation>通话现在开始：卡片会记下号码、菜单、等待时间、费用与录音同意情况</translation>
    </message>
    <message>
        <source>&amp;Deadlines…</source>
        <translation>期限(&amp;D)…</translation>
    </message>
    <message>
        <source>When the next door opens, when it closes, and why then</source>
        <translation>下一扇门何时开启、何时关闭，以及原因</translation>
    </message>
    <message>
        <source>Follow-ups for your &amp;phone…</source>
        <translation>手机上的待办(&amp;P)…</translation>
    </message>
    <message>
        <source>Write follow-ups into a calendar file, or keep one up to date</source>
        <translation>把待办写入日历文件，或让日历文件保持最新</translation>
    </message>
    <message>
        <source>Remi&amp;nders on this computer…</source>
        <translation>本机提醒(&amp;N)…</translation>
    </message>
    <message>
        <source>Notifications, tray, closing the window, and the start at login</source>
        <translation>通知、托盘图标、关闭窗口和登录时启动</translation>
    </message>
    <message>
        <source>Where to &amp;turn…</source>
        <translation>向谁求助(&amp;T)…</translation>
    </message>
    <message>
        <source>The ways to the firm for this problem, at this hour, the best first</source>
        <translation>针对此问题、此刻联系平台的各种渠道，最合适的在前</translation>
    </message>
    <message>
        <source>&amp;Escalation…</source>
        <translation>升级投诉(&amp;E)…</translation>
    </message>
    <message>
        <source>What was tried, what comes next and not before when, what closes</source>
        <translation>已试过什么、下一步是什么及最早何时、何时截止</translation>
    </message>
    <message>
        <source>Check for &amp;gaps…</source>
        <translation>检查缺漏(&amp;G)…</translation>
    </message>
    <message>
        <source>See what a reader of the dossier will miss, and what must not go out</source>
        <translation>查看卷宗读者会找不到的内容，以及不得外传的内容</translation>
    </message>
    <message>
        <source>Exp&amp;orts…</source>
        <translation>导出清单(&amp;O)…</translation>
    </message>
    <message>
        <source>See which dossiers went out, for whom, and what changed since</source>
        <translation>查看发出过哪些卷宗、给谁、此后有何变化</translation>
    </message>
    <message>
        <source>E&amp;xport case data…</source>
        <translation>导出案件数据(&amp;X)…</translation>
    </message>
    <message>
        <source>Write this case to one file, for another casebook to take in</source>
        <translation>把此案件写成一个文件，供另一案件簿接收</translation>
    </message>
    <message>
        <source>Contacts as a &amp;table…</source>
        <translation>联系记录导出为表格(&amp;T)…</translation>
    </message>
    <message>
        <source>Write the contacts of this case for a spreadsheet (CSV)</source>
        <translation>把此案件的联系记录写成电子表格 (CSV)</translation>
    </message>
    <message>
        <source>Save all &amp;mails…</source>
        <translation>保存全部邮件(&amp;M)…</translation>
    </message>
    <message>
        <source>Write the mails of this case to one mailbox file, as they came</source>
        <translation>将此案件的邮件原样写入一个邮箱文件</translation>
    </message>
    <message>
        <source>&amp;Activity…</source>
        <translation>操作历史(&amp;A)…</translation>
    </message>
    <message>
        <source>See what was done in this case and when, and the words that stood there before</source>
        <translation>查看此案件做过什么、何时做的，以及原来的文字</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>今天(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation>收件箱(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Open cases</source>
        <translation>进行中(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Waiting on them</source>
        <translation>等待对方(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Closed cases</source>
        <translation>已结案(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go to anything…</source>
        <translation>快速跳转(&amp;G)…</translation>
    </message>
    <message>
        <source>Type a case, a firm, a number, words, or what you want to do</source>
        <translation>输入案件、平台、编号、文字，或您要做的事</translation>
    </message>
    <message>
        <source>&amp;Firm of this case</source>
        <translation>本案平台(&amp;F)</translation>
    </message>
    <message>
        <source>See how fast this firm answers, what it promised and what it kept</source>
        <translation>查看该平台答复有多快、承诺过什么、兑现了什么</translation>
    </message>
    <message>
        <source>&amp;Search everything</source>
        <translation>搜索全部内容(&amp;S)</translation>
    </message>
    <message>
        <source>Find words, ticket numbers and addresses in every case</source>
        <translation>在所有案件中查找文字、工单号和地址</translation>
    </message>
    <message>
        <source>Fin&amp;d in this case</source>
        <translation>在本案中查找(&amp;N)</translation>
    </message>
    <message>
        <source>Show only the contacts with certain words, of one channel, person or ticket</source>
        <translation>只显示含有某些文字、某个渠道、某个人或某个工单的联系记录</translation>
    </message>
    <message>
        <source>&amp;Jump to a day…</source>
        <translation>跳到某一天(&amp;J)…</translation>
    </message>
    <message>
        <source>Go to what happened on a day of this case</source>
        <translation>跳到本案某一天发生的事</translation>
    </message>
    <message>
        <source>Filte&amp;r the cases</source>
        <translation>筛选案件(&amp;R)</translation>
    </message>
    <message>
        <source>Show only the cases with certain words, tags, or of one firm</source>
        <translation>只显示含有某些文字、标签，或属于某个平台的案件</translation>
    </message>
    <message>
        <source>Cases as a ta&amp;ble</source>
        <translation>案件显示为表格(&amp;B)</translation>
    </message>
    <message>
        <source>A table above the case, with the columns that you choose by a right click</source>
        <translation>表格在案件上方，列可用右键选择</translation>
    </message>
    <message>
        <source>Sa&amp;ve this view…</source>
        <translation>保存这个视图(&amp;V)…</translation>
    </message>
    <message>
        <source>Keep filter, order, headings and columns of the case list under a name</source>
        <translation>把案件列表的筛选、排序、分组和列用一个名称保存</translation>
    </message>
    <message>
        <source>Light or dark as the &amp;system</source>
        <translation>浅色或深色跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>L&amp;anguage of the system</source>
        <translation>语言跟随系统(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;How to use Casebook</source>
        <translation>怎样使用 Casebook(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Sample casebook</source>
        <translation>示例案件簿(&amp;S)</translation>
    </message>
    <message>
        <source>Look at an invented casebook beside your own, and come back</source>
        <translation>查看一个虚构的案件簿，随时可回到您自己的</translation>
    </message>
    <message>
        <source>Show the &amp;log folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>Open the folder of log files, in your file manager</source>
        <translation>在文件管理器中打开日志文件所在文件夹</translation>
    </message>
    <message>
        <source>&amp;About Casebook</source>
        <translation>关于 Casebook(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back what was done last in this window</source>
        <translation>撤销刚才在这个窗口所做的事</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy what is chosen where the cursor is</source>
        <translation>复制光标所在处选中的内容</translation>
    </message>
    <message>
        <source>&amp;Select all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Choose everything where the cursor is</source>
        <translation>选中光标所在处的全部内容</translation>
    </message>
    <message>
        <source>Ta&amp;gs…</source>
        <translation>标签(&amp;G)…</translation>
    </message>
    <message>
        <source>Words of your own that cases are sorted and filtered by</source>
        <translation>您自己的词，用来整理和筛选案件</translation>
    </message>
    <message>
        <source>&amp;With the selected cases…</source>
        <translation>对选中的案件(&amp;W)…</translation>
    </message>
    <message>
        <source>Close, tag, export or delete all cases that are selected in the list</source>
        <translation>对列表中选中的所有案件进行结案、加标签、导出或删除</translation>
    </message>
</context>
<context>
    <name>advice</name>
    <message>
        <source>Now: money or access is at stake</source>
        <translation>立即：资金或账户正受威胁</translation>
    </message>
    <message>
        <source>An answer within days</source>
        <translation>几天内得到答复</translation>
    </message>
    <message>
        <source>That it is on record</source>
        <translation>留下记录</translation>
    </message>
    <message>
        <source>not noted yet</source>
        <translation>尚未记录</translation>
    </message>
    <message>
        <source>As you noted it</source>
        <translation>您的记录</translation>
    </message>
    <message>
        <source>For it</source>
        <translation>有利之处</translation>
    </message>
    <message>
        <source>Against it</source>
        <translation>不利之处</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>需要什么</translation>
    </message>
    <message>
        <source>Look out</source>
        <translation>请注意</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>looked up on {day}</source>
        <translation>核对于 {day}</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>下一步：{step}</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Why then</source>
        <translation>日期的由来</translation>
    </message>
</context>
<context>
    <name>asked_words</name>
    <message>
        <source>Promised: “{words}”. Kept or broken?</source>
        <translation>对方承诺：“{words}”。兑现了吗？</translation>
    </message>
    <message>
        <source>Supply “{words}” by {by}</source>
        <translation>提供“{words}”，期限 {by}</translation>
    </message>
</context>
<context>
    <name>backup_words</name>
    <message>
        <source>before an upgrade</source>
        <translation>升级之前</translation>
    </message>
    <message>
        <source>before a purge</source>
        <translation>清除之前</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>恢复之前</translation>
    </message>
    <message>
        <source>never checked</source>
        <translation>从未检查</translation>
    </message>
    <message>
        <source>not whole: {fault}</source>
        <translation>不完整：{fault}</translation>
    </message>
    <message>
        <source>opened and checked on {time}</source>
        <translation>已于 {time} 打开并检查</translation>
    </message>
    <message>
        <source>database only</source>
        <translation>仅数据库</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>已加密</translation>
    </message>
</context>
<context>
    <name>calendar</name>
    <message>
        <source>The calendar file for your phone is not up to date: {reason}</source>
        <translation>手机用的日历文件不是最新的：{reason}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
</context>
<context>
    <name>case_dialog</name>
    <message>
        <source>UID {uid}</source>
        <translation>UID {uid}</translation>
    </message>
</context>
<context>
    <name>case_list</name>
    <message>
        <source>open</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Next follow-up</source>
        <translation>下一个待办</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数额</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>立案日期</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>What is due first</source>
        <translation>先到期的在前</translation>
    </message>
    <message>
        <source>Longest waiting</source>
        <translation>等得最久</translation>
    </message>
    <message>
        <source>Latest contact</source>
        <translation>最近有联系</translation>
    </message>
    <message>
        <source>Largest amount</source>
        <translation>金额最大</translation>
    </message>
    <message>
        <source>Latest opened</source>
        <translation>最近立案</translation>
    </message>
    <message>
        <source>Highest number</source>
        <translation>编号最大</translation>
    </message>
    <message>
        <source>No headings</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>When it is due</source>
        <translation>按到期时间</translation>
    </message>
    <message>
        <source>Who is waiting</source>
        <translation>按谁在等待</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Within a week</source>
        <translation>一周之内</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>No follow-up</source>
        <translation>不设待办</translation>
    </message>
    <message>
        <source>Waiting on them</source>
        <translation>等待对方</translation>
    </message>
    <message>
        <source>Not waiting</source>
        <translation>不在等待</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>没有标签</translation>
    </message>
</context>
<context>
    <name>chats</name>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>a person of the firm</source>
        <translation>平台的人工客服</translation>
    </message>
    <message>
        <source>a bot of the firm</source>
        <translation>平台的机器人</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Name and time stand before the words.</source>
        <translation>姓名和时间在文字之前。</translation>
    </message>
    <message>
        <source>Name and time stand above the words.</source>
        <translation>姓名和时间在文字上方。</translation>
    </message>
    <message>
        <source>Name, time and words each have a line.</source>
        <translation>姓名、时间和文字各占一行。</translation>
    </message>
    <message>
        <source>Names, but no times: it is dated by what you say below.</source>
        <translation>有姓名但没有时间：以您在下方填写的时间为准。</translation>
    </message>
    <message>
        <source>No speaker is named in it: it is kept as it stands.</source>
        <translation>其中没有写明是谁说的：按原样保留。</translation>
    </message>
    <message>
        <source>with one person</source>
        <translation>与一人的会话</translation>
    </message>
    <message>
        <source>with a bot</source>
        <translation>与机器人的会话</translation>
    </message>
    <message>
        <source>group</source>
        <translation>群组</translation>
    </message>
    <message>
        <source>public group</source>
        <translation>公开群组</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>public channel</source>
        <translation>公开频道</translation>
    </message>
    <message>
        <source>your own notes</source>
        <translation>您自己的收藏</translation>
    </message>
</context>
<context>
    <name>deadline_words</name>
    <message>
        <source>answered? {ends}</source>
        <translation>已获答复？{ends}</translation>
    </message>
    <message>
        <source>dropped {time}</source>
        <translation>已于 {time} 取消</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <translation>已于 {time} 结束</translation>
    </message>
    <message>
        <source>not before {time}, {span}</source>
        <translation>不早于 {time}，{span}</translation>
    </message>
    <message>
        <source>answer owed by {time}, {span}</source>
        <translation>应于 {time} 前答复，{span}</translation>
    </message>
    <message>
        <source>open since {time}</source>
        <translation>自 {time} 起可行</translation>
    </message>
    <message>
        <source>answer owed since {time}</source>
        <translation>自 {time} 起应已答复</translation>
    </message>
    <message>
        <source>over since {time}</source>
        <translation>已于 {time} 届满</translation>
    </message>
    <message>
        <source>not after {time}, {span}</source>
        <translation>不晚于 {time}，{span}</translation>
    </message>
    <message>
        <source>{agent} answered on {time}. Does that end this clock?</source>
        <translation>{agent} 于 {time} 作出了答复。该计时是否因此结束？</translation>
    </message>
    <message>
        <source>A person answered on {time}. Does that end this clock?</source>
        <translation>对方人员于 {time} 作出了答复。该计时是否因此结束？</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>发出信件</translation>
    </message>
    <message>
        <source>Complaint sent</source>
        <translation>发出投诉</translation>
    </message>
    <message>
        <source>Final response sent</source>
        <translation>对方发出最终答复</translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation>发出请求</translation>
    </message>
    <message>
        <source>Transaction made</source>
        <translation>发生交易</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>得知之时</translation>
    </message>
</context>
<context>
    <name>due_words</name>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Promises that run out</source>
        <translation>即将到期的承诺</translation>
    </message>
    <message>
        <source>Asked of you</source>
        <translation>要求您提供的材料</translation>
    </message>
    <message>
        <source>Mail to file</source>
        <translation>待归档的邮件</translation>
    </message>
    <message>
        <source>Coming up in 7 days</source>
        <translation>未来 7 天</translation>
    </message>
    <message>
        <source>Resend by {channel}</source>
        <translation>通过{channel}重发</translation>
    </message>
    <message>
        <source>Nudge by {channel}</source>
        <translation>通过{channel}催问</translation>
    </message>
    <message>
        <source>Promised: “{text}”</source>
        <translation>承诺：“{text}”</translation>
    </message>
    <message>
        <source>Supply: {text}</source>
        <translation>提供：{text}</translation>
    </message>
    <message>
        <source>They asked for it; the case may rest until they have it.</source>
        <translation>对方要求提供；未收到前案件可能停滞。</translation>
    </message>
    <message>
        <source>Filed mail starts the clocks of its case.</source>
        <translation>邮件归档后，案件才会开始计时。</translation>
    </message>
    <message>
        <source>ran out {time}</source>
        <translation>已于 {time} 到期</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>至 {time}</translation>
    </message>
    <message>
        <source>{agent} said so. Was it kept or broken?</source>
        <translation>{agent} 的承诺。兑现了吗？</translation>
    </message>
    <message>
        <source>Was it kept or broken?</source>
        <translation>兑现了吗？</translation>
    </message>
    <message>
        <source>Their promise runs out then. Was it kept or broken?</source>
        <translation>对方的承诺届时到期。兑现了还是违背了？</translation>
    </message>
    <message>
        <source>You set this yourself on {date}.</source>
        <translation>您在 {date} 自己设定的。</translation>
    </message>
    <message>
        <source>snoozed until {time}</source>
        <translation>推迟到 {time}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>&apos;{amount}&apos; is not an amount: write digits, such as 1250.50</source>
        <translation>“{amount}”不是金额：请写数字，如 1250.50</translation>
    </message>
    <message>
        <source>there is no case C-{number} in this casebook: see &apos;casebook case list&apos;</source>
        <translation>案件簿中没有案件 C-{number}：请查看案件列表</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a case: write its number, such as C-12</source>
        <translation>“{text}”不是案件：请写案件编号，如 C-12</translation>
    </message>
    <message>
        <source>there is no {name} {number} in this casebook</source>
        <translation>案件簿中没有编号为 {number} 的{name}</translation>
    </message>
    <message>
        <source>C-{number} is closed already</source>
        <translation>C-{number} 已经结案</translation>
    </message>
    <message>
        <source>C-{number} is open already</source>
        <translation>C-{number} 已经处于进行中</translation>
    </message>
    <message>
        <source>a case needs a title: say in a few words what went wrong</source>
        <translation>案件需要标题：请用几个字说明出了什么问题</translation>
    </message>
    <message>
        <source>there is no casebook in {folder}: name another folder with --book</source>
        <translation>{folder} 中没有案件簿：请用 --book 指定其他文件夹</translation>
    </message>
    <message>
        <source>a change to a recorded fact needs a reason</source>
        <translation>更正已记录的内容需要说明理由</translation>
    </message>
    <message>
        <source>an empty contact says nothing: write what happened, or attach a screenshot</source>
        <translation>空的联系记录没有意义：请写下发生了什么，或添加截图</translation>
    </message>
    <message>
        <source>nothing would change</source>
        <translation>没有任何改动</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a known {what}: choose one of {names}</source>
        <translation>“{value}”不是已知的{what}：请从 {names} 中选择</translation>
    </message>
    <message>
        <source>&apos;{field}&apos; cannot be edited</source>
        <translation>“{field}”不能修改</translation>
    </message>
    <message>
        <source>the database refused ({reason}) at {path}: nothing was changed</source>
        <translation>数据库拒绝了操作（{reason}），位置 {path}：没有任何改动</translation>
    </message>
    <message>
        <source>the disk is full: free some space and try again; nothing was changed in {path}</source>
        <translation>磁盘已满：请腾出空间后重试；{path} 没有任何改动</translation>
    </message>
    <message>
        <source>{path} cannot be written: check its permissions, or choose another folder</source>
        <translation>无法写入 {path}：请检查权限，或选择其他文件夹</translation>
    </message>
    <message>
        <source>{path} is busy in another program: close that one, or try again in a moment</source>
        <translation>{path} 正被其他程序使用：请关闭该程序，或稍后重试</translation>
    </message>
    <message>
        <source>the disk refused ({reason}) at {path}: nothing was changed; check the disk and try again</source>
        <translation>磁盘拒绝了操作（{reason}），位置 {path}：没有任何改动；请检查磁盘后重试</translation>
    </message>
    <message>
        <source>{path} is not what was put in: put it back from a copy of the casebook</source>
        <translation>{path} 与当初存入的内容不一致：请从案件簿的副本中恢复</translation>
    </message>
    <message>
        <source>there is no file {path} to attach: check the name</source>
        <translation>没有可添加的文件 {path}：请检查文件名</translation>
    </message>
    <message>
        <source>{name} is empty (0 bytes): save or take it again, then attach it</source>
        <translation>{name} 是空文件（0 字节）：请重新保存或截取后再添加</translation>
    </message>
    <message>
        <source>{name} claims to be {wide} x {high} pixels, which no screen has: take the screenshot again</source>
        <translation>{name} 自称有 {wide} x {high} 像素，没有屏幕有这么大：请重新截图</translation>
    </message>
    <message>
        <source>{path} is missing: put it back from a copy of the casebook</source>
        <translation>缺少 {path}：请从案件簿的副本中恢复</translation>
    </message>
    <message>
        <source>&apos;{address}&apos; is not a mail address: write name@example.org</source>
        <translation>“{address}”不是邮箱地址：请写成 name@example.org</translation>
    </message>
    <message>
        <source>&apos;{country}&apos; is not a country: write its two-letter code, such as SG or GB</source>
        <translation>“{country}”不是国家：请写两个字母的代码，如 SG 或 GB</translation>
    </message>
    <message>
        <source>&apos;{date}&apos; is not a date: write 2026-11-20</source>
        <translation>“{date}”不是日期：请写成 2026-11-20</translation>
    </message>
    <message>
        <source>there is no firm &apos;{name}&apos; in this casebook: add it first, or check the name</source>
        <translation>案件簿中没有平台“{name}”：请先添加，或检查名称</translation>
    </message>
    <message>
        <source>the firm &apos;{name}&apos; is in this casebook already</source>
        <translation>案件簿中已有平台“{name}”</translation>
    </message>
    <message>
        <source>there is no firm {number} in this casebook</source>
        <translation>案件簿中没有编号为 {number} 的平台</translation>
    </message>
    <message>
        <source>a firm needs a name</source>
        <translation>平台需要名称</translation>
    </message>
    <message>
        <source>a follow-up needs a reason: what is to be done?</source>
        <translation>待办需要说明：到时要做什么？</translation>
    </message>
    <message>
        <source>say why it is no longer needed</source>
        <translation>请说明为什么不再需要</translation>
    </message>
    <message>
        <source>follow-up {number} is answered already ({state})</source>
        <translation>待办 {number} 已经处理过（{state}）</translation>
    </message>
    <message>
        <source>follow-up {number} is open already</source>
        <translation>待办 {number} 尚未处理</translation>
    </message>
    <message>
        <source>a follow-up can only be snoozed into the future</source>
        <translation>待办只能推迟到将来的时间</translation>
    </message>
    <message>
        <source>there is no casebook in {folder}: start Casebook or record something with --book to make one</source>
        <translation>{folder} 中没有案件簿：请启动 Casebook，或用 --book 记录内容来新建</translation>
    </message>
    <message>
        <source>{folder} is not empty: choose a new folder for the casebook, or open the one that is there</source>
        <translation>{folder} 不是空文件夹：请为案件簿选择新文件夹，或打开其中已有的</translation>
    </message>
    <message>
        <source>that mail is filed in C-{number} already</source>
        <translation>这封邮件已归入 C-{number}</translation>
    </message>
    <message>
        <source>a promise needs words: what did they say would happen?</source>
        <translation>承诺需要内容：对方说会怎样？</translation>
    </message>
    <message>
        <source>a request needs words: what did they ask for?</source>
        <translation>材料要求需要内容：对方要什么？</translation>
    </message>
    <message>
        <source>the promise is marked &apos;{state}&apos; already</source>
        <translation>该承诺已标为“{state}”</translation>
    </message>
    <message>
        <source>the request is marked as supplied already</source>
        <translation>该材料要求已标为已提供</translation>
    </message>
    <message>
        <source>a ticket number cannot be empty</source>
        <translation>工单号不能为空</translation>
    </message>
    <message>
        <source>a reference cannot be empty</source>
        <translation>标识不能为空</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is recorded in C-{number} already</source>
        <translation>“{value}”已记录在 C-{number} 中</translation>
    </message>
    <message>
        <source>{path} is damaged: run &apos;casebook verify&apos;, and &apos;casebook restore --replace&apos; to bring a backup back</source>
        <translation>{path} 已损坏：请检查案件簿，并恢复一份备份</translation>
    </message>
    <message>
        <source>{path} is a database of another program, not a casebook: choose another folder</source>
        <translation>{path} 是其他程序的数据库，不是案件簿：请选择其他文件夹</translation>
    </message>
    <message>
        <source>{path} was written by Casebook {writer}, which is newer than this one ({own}): update Casebook and open it again; nothing was changed</source>
        <translation>{path} 由更新的 Casebook {writer} 写成（本程序为 {own}）：请更新 Casebook 后再打开；没有任何改动</translation>
    </message>
    <message>
        <source>{path} could not be upgraded to schema {number}: a reference broke; nothing was changed</source>
        <translation>无法把 {path} 升级到结构版本 {number}：有引用断裂；没有任何改动</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is not a time zone: give a name such as Asia/Singapore, or an offset such as +08:00</source>
        <translation>“{name}”不是时区：请写地名如 Asia/Singapore，或偏移如 +08:00</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a time: write 2026-11-20 14:03, or 2026-11-20 for the day alone</source>
        <translation>“{text}”不是时间：请写成 2026-11-20 14:03，只知道日期则写 2026-11-20</translation>
    </message>
    <message>
        <source>this is not a mail: it has no header lines such as From, Subject or Date</source>
        <translation>这不是邮件：没有 From、Subject 或 Date 等邮件头</translation>
    </message>
    <message>
        <source>there is no file or folder {path}: look at the name again</source>
        <translation>没有文件或文件夹 {path}：请检查名称</translation>
    </message>
    <message>
        <source>the dossier holds characters that cannot be printed: {characters}</source>
        <translation>卷宗含有无法打印的字符：{characters}</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}): choose a folder that you may write to</source>
        <translation>无法写入 {path}（{reason}）：请选择有写入权限的文件夹</translation>
    </message>
    <message>
        <source>a dossier is for &apos;outside&apos; or &apos;firm&apos;, not for &apos;{audience}&apos;</source>
        <translation>卷宗的对象是“outside”或“firm”，不是“{audience}”</translation>
    </message>
    <message>
        <source>&apos;{paper}&apos; is not a paper size of the dossier: choose a4 or letter</source>
        <translation>“{paper}”不是卷宗的纸张大小：请选择 a4 或 letter</translation>
    </message>
    <message>
        <source>there is no folder {folder}: make it first, or choose another place</source>
        <translation>没有文件夹 {folder}：请先新建，或选择其他位置</translation>
    </message>
    <message>
        <source>{path} exists already: choose another name, or have it replaced</source>
        <translation>{path} 已存在：请换个名称，或选择替换</translation>
    </message>
    <message>
        <source>{path} is no dossier and is left alone: choose another name</source>
        <translation>{path} 不是卷宗，未作改动：请换个名称</translation>
    </message>
    <message>
        <source>the disk is full: free some space, or export {path} to another disk</source>
        <translation>磁盘已满：请腾出空间，或把 {path} 导出到其他磁盘</translation>
    </message>
    <message>
        <source>the fonts of the dossier are missing: install the Python package &apos;{name}&apos;</source>
        <translation>缺少卷宗所用字体：请安装 Python 包“{name}”</translation>
    </message>
    <message>
        <source>the pictures of the dossier cannot be written: free some space and export again</source>
        <translation>无法写入卷宗图片：请腾出空间后重新导出</translation>
    </message>
    <message>
        <source>the pictures of the dossier cannot be drawn: free some space and memory, and export again</source>
        <translation>无法绘制卷宗图片：请腾出磁盘空间和内存后重新导出</translation>
    </message>
    <message>
        <source>the dossier is not available in &apos;{language}&apos;: choose en or zh</source>
        <translation>卷宗没有“{language}”版本：请选择 en 或 zh</translation>
    </message>
    <message>
        <source>the dossier could not be typeset ({reason}); the record is unchanged</source>
        <translation>卷宗排版失败（{reason}）；记录没有改动</translation>
    </message>
    <message>
        <source>typesetting the dossier took too long and was stopped: export again when the computer is less busy</source>
        <translation>卷宗排版耗时过长，已停止：请在电脑空闲时重新导出</translation>
    </message>
    <message>
        <source>the dossier cannot be written ({reason}): free some space and export again</source>
        <translation>无法写入卷宗（{reason}）：请腾出空间后重新导出</translation>
    </message>
    <message>
        <source>{path} is not a dossier: it holds no {manifest}</source>
        <translation>{path} 不是卷宗：其中没有 {manifest}</translation>
    </message>
    <message>
        <source>there is no {path}: give the folder or the ZIP file of a dossier</source>
        <translation>没有 {path}：请指定卷宗的文件夹或 ZIP 文件</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}): check the disk and its permissions</source>
        <translation>无法读取 {path}（{reason}）：请检查磁盘和权限</translation>
    </message>
    <message>
        <source>{path} is not a dossier: give its folder or its ZIP file</source>
        <translation>{path} 不是卷宗：请指定卷宗的文件夹或 ZIP 文件</translation>
    </message>
    <message>
        <source>the rule {rule} names no time, so nothing can be due</source>
        <translation>规则 {rule} 没有规定时间，因此没有到期日</translation>
    </message>
    <message>
        <source>the time {time} lies too far away to count from</source>
        <translation>时间 {time} 太远，无法据此计算</translation>
    </message>
    <message>
        <source>this follow-up does not say how its date was found</source>
        <translation>此待办没有说明日期是怎样算出的</translation>
    </message>
    <message>
        <source>the guide file {file}, rule {rule}: {problem}</source>
        <translation>指南文件 {file}，规则 {rule}：{problem}</translation>
    </message>
    <message>
        <source>no guide rules were found in {folder}: install Casebook again</source>
        <translation>{folder} 中没有指南规则：请重新安装 Casebook</translation>
    </message>
    <message>
        <source>the guide file {file} may hold nothing but [[rule]] tables</source>
        <translation>指南文件 {file} 只能包含 [[rule]] 表</translation>
    </message>
    <message>
        <source>the guide file {file} cannot be read: {reason}</source>
        <translation>无法读取指南文件 {file}：{reason}</translation>
    </message>
    <message>
        <source>&apos;{letter}&apos; does not occur in a recovery key: compare it with your copy</source>
        <translation>恢复密钥中不会出现“{letter}”：请与您的副本核对</translation>
    </message>
    <message>
        <source>a recovery key has {length} letters and digits, not {count}: compare it with your copy</source>
        <translation>恢复密钥共有 {length} 个字母和数字，而不是 {count} 个：请与您的副本核对</translation>
    </message>
    <message>
        <source>the recovery key is mistyped somewhere: compare it with your copy, group by group</source>
        <translation>恢复密钥有输入错误：请逐组与您的副本核对</translation>
    </message>
    <message>
        <source>{path} is missing: put it back from a backup of this casebook</source>
        <translation>缺少 {path}：请从本案件簿的备份中放回</translation>
    </message>
    <message>
        <source>{path} is damaged: put it back from a backup of this casebook</source>
        <translation>{path} 已损坏：请从本案件簿的备份中放回</translation>
    </message>
    <message>
        <source>the passphrase is not right: look at capitals and the keyboard&apos;s language, or use the recovery key</source>
        <translation>口令不正确：请检查大小写和键盘语言，或使用恢复密钥</translation>
    </message>
    <message>
        <source>that recovery key belongs to another casebook, or was replaced by a newer one</source>
        <translation>该恢复密钥属于另一个案件簿，或已被更新的密钥取代</translation>
    </message>
    <message>
        <source>this computer&apos;s keyring does not take the key: unlock the keyring, or type the passphrase</source>
        <translation>本机的钥匙串不接受该密钥：请解锁钥匙串，或输入口令</translation>
    </message>
    <message>
        <source>the passphrase is too short: take at least {letters} letters, or {characters} Chinese characters</source>
        <translation>口令太短：至少需要 {letters} 个字母，或 {characters} 个汉字</translation>
    </message>
    <message>
        <source>{folder} cannot be written and is open for reading only: check its permissions, or copy it to a disk that can be written</source>
        <translation>{folder} 无法写入，已以只读方式打开：请检查权限，或把它复制到可写的磁盘</translation>
    </message>
    <message>
        <source>{folder} is on a network drive ({kind}), where a database can be destroyed: move the casebook to a disk of this computer, and let its backups go to the network drive</source>
        <translation>{folder} 在网络驱动器（{kind}）上，数据库放在那里可能损坏：请把案件簿移到本机磁盘，只把备份放到网络驱动器</translation>
    </message>
    <message>
        <source>{copy} is a second copy of this casebook, made by a program that synchronises folders; {folder} is open for reading only: keep the right one, move the other away, and open it again</source>
        <translation>{copy} 是同步程序生成的本案件簿副本；{folder} 已以只读方式打开：请保留正确的一份，把另一份移走，再重新打开</translation>
    </message>
    <message>
        <source>{folder} cannot be written and is open for reading only, without the last changes, which are still in {log}: copy the whole folder to a disk that can be written, and open it there</source>
        <translation>{folder} 无法写入，已以只读方式打开，但不含最后的改动（仍在 {log} 中）：请把整个文件夹复制到可写的磁盘，在那里打开</translation>
    </message>
    <message>
        <source>the casebook in {folder} is open in another program: close its window or wait for the command, then try again</source>
        <translation>{folder} 中的案件簿正被另一个程序打开：请关闭那个窗口或等命令结束，然后重试</translation>
    </message>
    <message>
        <source>another program is rewriting the casebook in {folder}: wait until it is done, then open it again</source>
        <translation>另一个程序正在重写 {folder} 中的案件簿：请等它完成后再打开</translation>
    </message>
    <message>
        <source>{folder} was written by an older Casebook and must be brought up to date before it can be read here: put it where it can be written, without a second copy beside it, and open it again</source>
        <translation>{folder} 由较旧的 Casebook 写成，须先升级才能在此读取：请把它放到可写的位置，旁边不要有第二份副本，再重新打开</translation>
    </message>
    <message>
        <source>a file changed while it was being read: nothing was kept of it; try again</source>
        <translation>读取时文件发生了变化：未保存任何内容；请重试</translation>
    </message>
    <message>
        <source>contact {number} is locked: give a reason for the change, and its earlier words stay readable</source>
        <translation>联系记录 {number} 已锁定：请写明修改原因，原来的文字仍可查看</translation>
    </message>
    <message>
        <source>the casebook in {folder} is encrypted already</source>
        <translation>{folder} 中的案件簿已经加密</translation>
    </message>
    <message>
        <source>the casebook in {folder} is not encrypted</source>
        <translation>{folder} 中的案件簿没有加密</translation>
    </message>
    <message>
        <source>{path} could not be read back in its new form: nothing was changed</source>
        <translation>{path} 的新形式无法读回：未作任何更改</translation>
    </message>
    <message>
        <source>{path} has changes in {log} that could not be read: nothing was changed</source>
        <translation>{path} 在 {log} 中有无法读取的更改：未作任何更改</translation>
    </message>
    <message>
        <source>{label} is in the bin: put it back first</source>
        <translation>{label} 在回收站中：请先放回</translation>
    </message>
    <message>
        <source>{label} is in the bin already</source>
        <translation>{label} 已在回收站中</translation>
    </message>
    <message>
        <source>{label} is not in the bin</source>
        <translation>{label} 不在回收站中</translation>
    </message>
    <message>
        <source>{label} was erased for good and cannot be put back</source>
        <translation>{label} 已永久删除，无法放回</translation>
    </message>
    <message>
        <source>{path} is there already: choose another name, or replace it</source>
        <translation>{path} 已存在：请换一个名称，或替换它</translation>
    </message>
    <message>
        <source>{path} is not as it was written (at {where}): fetch it again from where it was made; nothing was changed</source>
        <translation>{path} 与写出时不一致（位置：{where}）：请从来源处重新获取；未作任何改动</translation>
    </message>
    <message>
        <source>there is no file {path}: check the name</source>
        <translation>没有文件 {path}：请检查名称</translation>
    </message>
    <message>
        <source>{path} is not an archive of Casebook: choose the file that was exported</source>
        <translation>{path} 不是 Casebook 导出的文件：请选择导出的文件</translation>
    </message>
    <message>
        <source>{path} claims to hold far more than its own size: it is damaged, or made to do harm</source>
        <translation>{path} 声称的内容远大于自身：文件已损坏，或有意为害</translation>
    </message>
    <message>
        <source>{path} holds one case: use &apos;casebook case import-data&apos; for it</source>
        <translation>{path} 只含一个案件：请用“接收案件”读入</translation>
    </message>
    <message>
        <source>{path} holds a whole casebook: use &apos;casebook load&apos; for it</source>
        <translation>{path} 含有整个案件簿：请用命令 casebook load 读入</translation>
    </message>
    <message>
        <source>{path} is no ZIP file, or only a part of one: choose the file that was exported</source>
        <translation>{path} 不是 ZIP 文件，或只是其中一部分：请选择导出的文件</translation>
    </message>
    <message>
        <source>{path} was taken in before: it is C-{number} here</source>
        <translation>{path} 之前已接收：在这里是 C-{number}</translation>
    </message>
    <message>
        <source>the casebook is not as it was recorded ({where}: {what}): restore a backup, then try again</source>
        <translation>案件簿与记录不一致（{where}：{what}）：请恢复备份后重试</translation>
    </message>
    <message>
        <source>{folder} is not empty: choose a new folder for the casebook</source>
        <translation>{folder} 不是空的：请为案件簿选择新的文件夹</translation>
    </message>
    <message>
        <source>{path} was written by this casebook: it is C-{number}</source>
        <translation>{path} 由本案件簿导出：就是 C-{number}</translation>
    </message>
    <message>
        <source>a mail of that case is filed in C-{number} here ({subject}) and cannot be in two cases: delete C-{number} for good first, or leave the other case where it is</source>
        <translation>该案件的一封邮件在这里已归入 C-{number}（{subject}），不能同时在两个案件中：请先永久删除 C-{number}，或不接收那个案件</translation>
    </message>
    <message>
        <source>a backup is not changed: restore it, and write in the casebook</source>
        <translation>备份不可改动：请先恢复，再在案件簿中记录</translation>
    </message>
    <message>
        <source>another program is working on the backups in {folder}: wait until it is done</source>
        <translation>另一个程序正在处理 {folder} 中的备份：请等它完成</translation>
    </message>
    <message>
        <source>the rewritten backup {path} could not be read back: it is left as it was</source>
        <translation>重写的备份 {path} 无法读回：保持原样</translation>
    </message>
    <message>
        <source>{path} cannot be read: the backup is left as it was</source>
        <translation>无法读取 {path}：备份保持原样</translation>
    </message>
    <message>
        <source>{folder} is inside the casebook: choose a folder on another drive for backups</source>
        <translation>{folder} 在案件簿内：请选择另一磁盘上的文件夹存放备份</translation>
    </message>
    <message>
        <source>the backup folder {folder} is not there: connect its drive, or choose another folder</source>
        <translation>备份文件夹 {folder} 不存在：请连接其磁盘，或选择其他文件夹</translation>
    </message>
    <message>
        <source>&apos;{why}&apos; cannot be part of a backup&apos;s name: take letters, digits and hyphens</source>
        <translation>“{why}”不能用在备份名称中：请用字母、数字和连字符</translation>
    </message>
    <message>
        <source>the backups in {folder} are not there any more: connect their drive, or choose the folder again</source>
        <translation>{folder} 中的备份已不在：请连接其磁盘，或重新选择文件夹</translation>
    </message>
    <message>
        <source>there is no backup in {path}: see &apos;casebook backup --list&apos;</source>
        <translation>{path} 中没有备份：请查看备份列表</translation>
    </message>
    <message>
        <source>{folder} is not empty: choose a new folder to restore to</source>
        <translation>{folder} 不是空的：请选择新的文件夹来恢复</translation>
    </message>
    <message>
        <source>there is a casebook in {folder}: restore to another folder with --to, or have it replaced with --replace, which keeps it beside</source>
        <translation>{folder} 中已有案件簿：请恢复到其他文件夹，或选择替换（原来的会保留在旁边）</translation>
    </message>
    <message>
        <source>the backup {path} is not whole ({where}: {what}): choose another one</source>
        <translation>备份 {path} 不完整（{where}：{what}）：请选择另一份</translation>
    </message>
    <message>
        <source>{path} is gone: &apos;casebook restore&apos; brings back the backup of {when}</source>
        <translation>{path} 已不见：可以恢复 {when} 的备份</translation>
    </message>
    <message>
        <source>{path} is damaged ({reason})</source>
        <translation>{path} 已损坏（{reason}）</translation>
    </message>
    <message>
        <source>{path} is damaged: &apos;casebook restore --replace&apos; brings back the backup of {when}, and keeps the damaged file beside it</source>
        <translation>{path} 已损坏：可以恢复 {when} 的备份，损坏的文件会保留在旁边</translation>
    </message>
    <message>
        <source>say why the ledger is right although this computer saw another one</source>
        <translation>请说明为什么这份账本是对的（本机见过另一份）</translation>
    </message>
    <message>
        <source>there is nothing to accept: the ledger goes on from what this computer last saw</source>
        <translation>没有需要接受的：账本与本机上次见到的相接</translation>
    </message>
    <message>
        <source>{path} does not say which ledger entry it ends with: compare with another one</source>
        <translation>{path} 没有写明止于账本哪一条：请换一份比对</translation>
    </message>
    <message>
        <source>{path} names no entry of the ledger: give a dossier, a backup, or the hash itself</source>
        <translation>{path} 没有写明账本条目：请给出案件材料、备份，或哈希值本身</translation>
    </message>
    <message>
        <source>what is to be purged must have at least {number} characters: shorter words stand in too many places</source>
        <translation>要清除的内容至少需要 {number} 个字符：更短的文字会出现在太多地方</translation>
    </message>
    <message>
        <source>this file was purged: nothing is left of it</source>
        <translation>此文件已被清除，没有留下任何内容</translation>
    </message>
    <message>
        <source>the casebook in {folder} is being read, so that the last traces are still there: close its other windows and purge again</source>
        <translation>{folder} 中的案件簿正在被读取，最后的痕迹仍在：请关闭其他窗口后再次清除</translation>
    </message>
    <message>
        <source>the backups in {folder} are not connected: connect them and purge again</source>
        <translation>{folder} 中的备份未连接：请连接后再次清除</translation>
    </message>
    <message>
        <source>{path} is a damaged database that was kept: delete it if you do not need it</source>
        <translation>{path} 是保留下来的损坏数据库：不需要时请删除</translation>
    </message>
    <message>
        <source>{path} was written by a newer Casebook: update this one and try again; nothing was changed</source>
        <translation>{path} 由更新版本的 Casebook 写出：请更新本程序后重试；未作任何改动</translation>
    </message>
    <message>
        <source>{path} is encrypted: unlock it with its passphrase or its recovery key</source>
        <translation>{path} 已加密：请用口令或恢复密钥解锁</translation>
    </message>
    <message>
        <source>{path} is not a casebook: it is another file, damaged, or encrypted and {keys} is missing beside it</source>
        <translation>{path} 不是案件簿：它是别的文件、已损坏，或已加密而旁边缺少 {keys}</translation>
    </message>
    <message>
        <source>{value} is not possible for &apos;{name}&apos;: give a number from 0 up</source>
        <translation>“{name}”不能是 {value}：请给出不小于 0 的数</translation>
    </message>
    <message>
        <source>{path} is inside the casebook, which keeps its own files only: choose another place</source>
        <translation>{path} 位于案件簿之内，那里只存放它自己的文件：请选择其他位置</translation>
    </message>
    <message>
        <source>{path} holds it and is none of the casebook&apos;s own files: look at it and delete it</source>
        <translation>{path} 中有它，但不是案件簿自己的文件：请查看并删除</translation>
    </message>
    <message>
        <source>a check changes nothing</source>
        <translation>检查不会改动任何内容</translation>
    </message>
    <message>
        <source>contact {number} is not in C-{case}: name one of its own</source>
        <translation>联系记录 {number} 不属于 C-{case}：请指定该案件自己的联系记录</translation>
    </message>
    <message>
        <source>a redaction needs a reason: say why these parts are covered</source>
        <translation>遮盖需要理由：请说明为什么遮盖这些部分</translation>
    </message>
    <message>
        <source>an answer needs words: say why it is as it is</source>
        <translation>答复需要内容：请说明为什么是这样</translation>
    </message>
    <message>
        <source>this exhibit has no file that could be redacted</source>
        <translation>这份证物没有可以遮盖的文件</translation>
    </message>
    <message>
        <source>this redaction was taken back already</source>
        <translation>这份遮盖已经撤回</translation>
    </message>
    <message>
        <source>a transfer needs an amount, a TxID, an order number or an address</source>
        <translation>转账需要数额、TxID、订单号或地址之一</translation>
    </message>
    <message>
        <source>a loss needs an amount: write digits, such as 1250.50</source>
        <translation>损失需要数额：请写数字，例如 1250.50</translation>
    </message>
    <message>
        <source>a loss needs words: say what was lost or paid</source>
        <translation>损失需要说明：请写明损失或支付了什么</translation>
    </message>
    <message>
        <source>a signature needs a certificate file, or a name to make one for: at most 64 letters, or 21 Chinese ones</source>
        <translation>签名需要一个证书文件，或一个用来制作证书的姓名：最多 64 个字母，或 21 个汉字</translation>
    </message>
    <message>
        <source>the key for signing cannot be kept ({reason}): free some space</source>
        <translation>签名密钥无法保存（{reason}）：请腾出一些空间</translation>
    </message>
    <message>
        <source>the certificate file {path} cannot be read ({reason}): check its name</source>
        <translation>证书文件 {path} 无法读取（{reason}）：请检查文件名</translation>
    </message>
    <message>
        <source>{path} cannot be opened with this passphrase, or is no certificate file (.p12, .pfx or .pem)</source>
        <translation>{path} 无法用此密码打开，或不是证书文件（.p12、.pfx 或 .pem）</translation>
    </message>
    <message>
        <source>{path} holds no private key with its certificate: export both into one .p12 file</source>
        <translation>{path} 中没有与证书相配的私钥：请把两者导出到同一个 .p12 文件</translation>
    </message>
    <message>
        <source>the key in {path} is of a kind that cannot sign a PDF: take RSA or an elliptic curve</source>
        <translation>{path} 中的密钥类型不能用于签署 PDF：请使用 RSA 或椭圆曲线密钥</translation>
    </message>
    <message>
        <source>the certificate in {path} ended on {date}: choose a newer one</source>
        <translation>{path} 中的证书已于 {date} 到期：请选择较新的证书</translation>
    </message>
    <message>
        <source>&apos;{url}&apos; is not the address of a time-stamp service: it begins with https:// or http://</source>
        <translation>“{url}”不是时间戳服务的地址：地址以 https:// 或 http:// 开头</translation>
    </message>
    <message>
        <source>the address of a time-stamp service cannot hold a name, a password or a &apos;#&apos;</source>
        <translation>时间戳服务的地址中不能含有用户名、密码或“#”</translation>
    </message>
    <message>
        <source>{host} gave no time stamp ({what}): try again later</source>
        <translation>{host} 没有给出时间戳（{what}）：请稍后再试</translation>
    </message>
    <message>
        <source>the dossier could not be signed ({reason}); the record is unchanged</source>
        <translation>卷宗无法签名（{reason}）；记录没有改变</translation>
    </message>
    <message>
        <source>this computer does not know where {name} lies: give it up, or make it again</source>
        <translation>本机不知道 {name} 放在何处：请放弃等待，或重新导出</translation>
    </message>
    <message>
        <source>this export waits for no time stamp</source>
        <translation>此次导出没有在等待时间戳</translation>
    </message>
    <message>
        <source>{path} is another pack by now, or was changed</source>
        <translation>{path} 现在是另一个材料包，或已被改动</translation>
    </message>
    <message>
        <source>{path} is not there any more</source>
        <translation>{path} 已不在原处</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}): check its permissions</source>
        <translation>{path} 无法写入（{reason}）：请检查其权限</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not an area: write page,left,top,right,bottom in pixels, such as 1,40,120,600,180</source>
        <translation>“{text}”不是区域：请写作 页,左,上,右,下（像素），例如 1,40,120,600,180</translation>
    </message>
    <message>
        <source>{exhibit} has no redacted copy</source>
        <translation>{exhibit} 没有遮盖副本</translation>
    </message>
    <message>
        <source>{exhibit} cannot be drawn, so that nothing can be covered on it: add a picture of what it shows, and redact that</source>
        <translation>{exhibit} 无法绘制，因此无法在其上遮盖：请添加一张显示其内容的图片，再遮盖该图片</translation>
    </message>
    <message>
        <source>no words were named to look for</source>
        <translation>没有指定要查找的文字</translation>
    </message>
    <message>
        <source>nothing is covered yet: mark what is not to be read</source>
        <translation>尚未遮盖任何内容：请标记不应被读到的部分</translation>
    </message>
    <message>
        <source>the area {area} does not lie on {exhibit}: pages count from 1 to {pages}, pixels from the top left</source>
        <translation>区域 {area} 不在 {exhibit} 上：页码从 1 到 {pages}，像素从左上角算起</translation>
    </message>
    <message>
        <source>{exhibit} is a kind of file that cannot be redacted here: make a PDF or a picture of it, add that as an exhibit, and redact it</source>
        <translation>{exhibit} 这类文件无法在此遮盖：请将其转成 PDF 或图片，作为证物添加后再遮盖</translation>
    </message>
    <message>
        <source>the redacted copy cannot be written ({reason}): free some space</source>
        <translation>无法写入遮盖副本（{reason}）：请腾出磁盘空间</translation>
    </message>
    <message>
        <source>{exhibit} is protected by a password: save it without one, add that as an exhibit, and redact it</source>
        <translation>{exhibit} 有密码保护：请另存为无密码的文件，作为证物添加后再遮盖</translation>
    </message>
    <message>
        <source>{exhibit} has {pages} pages, more than the {most} that can be redacted at once: split it, and add the parts as exhibits</source>
        <translation>{exhibit} 有 {pages} 页，超过一次可遮盖的 {most} 页：请拆分后作为多件证物添加</translation>
    </message>
    <message>
        <source>{exhibit} is too large a picture to be redacted here ({wide} x {high} pixels): cut it into parts, and add them as exhibits</source>
        <translation>{exhibit} 图片过大，无法在此遮盖（{wide} x {high} 像素）：请切成几部分作为证物添加</translation>
    </message>
    <message>
        <source>{exhibit} is too long a text to be redacted here: keep a part of it as a file, and add that</source>
        <translation>{exhibit} 文字过长，无法在此遮盖：请将其中一部分存为文件再添加</translation>
    </message>
    <message>
        <source>{exhibit} holds no text that can be read: make a PDF or a picture of it, and redact that</source>
        <translation>{exhibit} 没有可读的文字：请将其转成 PDF 或图片再遮盖</translation>
    </message>
    <message>
        <source>the dossier may hold {count} secret(s) such as a key, a seed phrase or a password: remove them, or answer these findings of the gap report first</source>
        <translation>卷宗中可能含有 {count} 处秘密信息（如密钥、助记词或密码）：请先删除，或先答复缺漏检查中的这些发现</translation>
    </message>
    <message>
        <source>the pages of the dossier alone take {size} bytes, and a part may have {limit}: choose a larger limit</source>
        <translation>仅卷宗的页面就占 {size} 字节，而每个分卷最多 {limit} 字节：请选择更大的上限</translation>
    </message>
    <message>
        <source>the dossier would have {count} parts: choose a larger limit</source>
        <translation>卷宗将有 {count} 个分卷：请选择更大的上限</translation>
    </message>
    <message>
        <source>{label} takes {size} bytes with its pages and does not fit into a part of {limit}: choose a larger limit</source>
        <translation>{label} 连同其页面占 {size} 字节，放不进 {limit} 字节的分卷：请选择更大的上限</translation>
    </message>
    <message>
        <source>the dossier cannot be divided into parts of {limit} bytes: choose a larger limit</source>
        <translation>无法把卷宗分成 {limit} 字节的分卷：请选择更大的上限</translation>
    </message>
    <message>
        <source>a dossier is &apos;full&apos; or &apos;short&apos;, not &apos;{form}&apos;</source>
        <translation>卷宗只有 full（完整）或 short（简短）两种，没有“{form}”</translation>
    </message>
    <message>
        <source>the size of a part cannot be negative</source>
        <translation>分卷的大小不能是负数</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a size: give one such as 25MB, or one of {keys}</source>
        <translation>“{text}”不是大小：请写成 25MB 这样的形式，或使用以下之一：{keys}</translation>
    </message>
    <message>
        <source>{path} must end in .docx or .txt: choose such a name</source>
        <translation>{path} 须以 .docx 或 .txt 结尾：请改用这样的文件名</translation>
    </message>
    <message>
        <source>there are no drafts in &apos;{language}&apos;: choose en or zh</source>
        <translation>没有“{language}”的草稿：请选择 en 或 zh</translation>
    </message>
    <message>
        <source>a mailbox needs its server&apos;s name, such as imap.example.org</source>
        <translation>邮箱需要服务器名称，例如 imap.example.org</translation>
    </message>
    <message>
        <source>&apos;{host}&apos; is not a server&apos;s name: write it like imap.example.org</source>
        <translation>“{host}”不是服务器名称：请写成 imap.example.org 这样的形式</translation>
    </message>
    <message>
        <source>a mailbox needs a user name: often it is the whole mail address</source>
        <translation>邮箱需要用户名：通常就是完整的邮件地址</translation>
    </message>
    <message>
        <source>{port} is not a port: the usual one is 993</source>
        <translation>{port} 不是端口号：通常是 993</translation>
    </message>
    <message>
        <source>without encryption the password and the mails can be read on the way to {host}: use tls or starttls</source>
        <translation>不加密的话，密码和邮件在发往 {host} 的途中可能被人读取：请使用 tls 或 starttls</translation>
    </message>
    <message>
        <source>a certificate&apos;s SHA-256 fingerprint has 64 hexadecimal digits: copy the whole of it</source>
        <translation>证书的 SHA-256 指纹有 64 位十六进制数字：请完整复制</translation>
    </message>
    <message>
        <source>{user} at {host} is on the list already, as mailbox {number}</source>
        <translation>{host} 上的 {user} 已在列表中，是邮箱 {number}</translation>
    </message>
    <message>
        <source>there is no mailbox {name} in this casebook: see &apos;casebook mailbox list&apos;</source>
        <translation>此案件簿中没有邮箱 {name}：请用“casebook mailbox list”查看</translation>
    </message>
    <message>
        <source>several mailboxes are called {name}: give the number, see &apos;casebook mailbox list&apos;</source>
        <translation>有多个邮箱叫 {name}：请给出编号，可用“casebook mailbox list”查看</translation>
    </message>
    <message>
        <source>a folder of a mailbox needs a name: see &apos;casebook mailbox folders&apos;</source>
        <translation>邮箱的文件夹需要名称：请用“casebook mailbox folders”查看</translation>
    </message>
    <message>
        <source>there is no line in this chat: choose or paste one that says something</source>
        <translation>此聊天记录中没有任何内容：请选择或粘贴有文字的记录</translation>
    </message>
    <message>
        <source>this message is in no case yet: file it first, then take over what it names</source>
        <translation>此消息尚未归入案件：请先归档，再采用其中提到的内容</translation>
    </message>
    <message>
        <source>there is no mail in C-{number}: import some first</source>
        <translation>C-{number} 中没有邮件：请先导入</translation>
    </message>
    <message>
        <source>say how you know that this is the firm: where did you look it up?</source>
        <translation>请写明您如何得知这是该平台：在哪里查证的？</translation>
    </message>
    <message>
        <source>{value} is an official contact of this firm already</source>
        <translation>{value} 已经是该平台的官方联系方式</translation>
    </message>
    <message>
        <source>{value} was withdrawn: record it anew if it is the firm&apos;s after all</source>
        <translation>{value} 已撤销：若它仍属于该平台，请重新登记</translation>
    </message>
    <message>
        <source>the time of verifying lies in the future: check date and zone</source>
        <translation>查证时间在将来：请检查日期和时区</translation>
    </message>
    <message>
        <source>an anti-phishing code of fewer than {least} characters tells nothing</source>
        <translation>少于 {least} 个字符的防钓鱼码说明不了什么</translation>
    </message>
    <message>
        <source>the anti-phishing code would end before it begins: check the two dates</source>
        <translation>防钓鱼码的结束早于开始：请检查两个日期</translation>
    </message>
    <message>
        <source>&apos;{handle}&apos; is not a handle: write it without spaces, such as @name</source>
        <translation>“{handle}”不是账号：请不带空格书写，例如 @name</translation>
    </message>
    <message>
        <source>&apos;{domain}&apos; is not a domain: write example.org</source>
        <translation>“{domain}”不是域名：请写成 example.org</translation>
    </message>
    <message>
        <source>&apos;{phone}&apos; is not a phone number: write +65 6123 4567</source>
        <translation>“{phone}”不是电话号码：请写成 +65 6123 4567</translation>
    </message>
    <message>
        <source>contact {number} is no imported mail</source>
        <translation>联系记录 {number} 不是导入的邮件</translation>
    </message>
    <message>
        <source>there is no check to record</source>
        <translation>没有可登记的核对</translation>
    </message>
    <message>
        <source>the name server {server} gave no answer for {name} ({reason}): try again, or name another server</source>
        <translation>域名服务器 {server} 没有回答 {name}（{reason}）：请重试，或指定另一台服务器</translation>
    </message>
    <message>
        <source>this computer names no name server: connect it, or name a server yourself</source>
        <translation>这台电脑没有设定域名服务器：请联网，或自行指定一台</translation>
    </message>
    <message>
        <source>&apos;{server}&apos; is not the address of a name server: write its numbers, such as 9.9.9.9</source>
        <translation>“{server}”不是域名服务器的地址：请写数字地址，例如 9.9.9.9</translation>
    </message>
    <message>
        <source>contact {number} is no mail that was filed in a case</source>
        <translation>联系记录 {number} 不是已归入案件的邮件</translation>
    </message>
    <message>
        <source>mail {number} stays in C-{case}: something in the case names it already</source>
        <translation>邮件 {number} 保留在 C-{case}：案件中已有内容引用了它</translation>
    </message>
    <message>
        <source>mail {number} stays in C-{case}: its exhibit numbers were given out, and none is given twice</source>
        <translation>邮件 {number} 保留在 C-{case}：其证物编号已经给出，同一编号不会使用两次</translation>
    </message>
    <message>
        <source>this text does not begin with the headers of a mail (From, Subject, Date): in the mail program choose &apos;Show source&apos; or &apos;Show original&apos;, and copy all of it</source>
        <translation>此文本不是以邮件头（From、Subject、Date）开头：请在邮件程序中选择“显示源文件”或“显示原始邮件”，并复制全部内容</translation>
    </message>
    <message>
        <source>{path} is no exported chat: choose the result.json of Telegram, the JSON of a Discord export, or the text that WhatsApp exports</source>
        <translation>{path} 不是导出的聊天记录：请选择 Telegram 的 result.json、Discord 导出的 JSON，或 WhatsApp 导出的文本</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>无法读取 {path}：{reason}</translation>
    </message>
    <message>
        <source>this transcript is longer than a chat can be: paste it in parts</source>
        <translation>这份记录太长：请分几次粘贴</translation>
    </message>
    <message>
        <source>{host} lets everybody in without a password: it is not read</source>
        <translation>{host} 不用密码就让任何人登录：不读取它</translation>
    </message>
    <message>
        <source>{host} sends far more than it announced: the connection was ended</source>
        <translation>{host} 发来的数据远多于它声明的：连接已断开</translation>
    </message>
    <message>
        <source>{host} does not let {user} in ({reason}): check name and password; many providers want an app password that is made for this</source>
        <translation>{host} 不让 {user} 登录（{reason}）：请检查用户名和密码；许多邮箱服务商要求使用专门生成的应用专用密码（授权码）</translation>
    </message>
    <message>
        <source>{host} refuses: {reason}</source>
        <translation>{host} 拒绝：{reason}</translation>
    </message>
    <message>
        <source>{host} offers no encryption on port {port}: somebody may keep it away; nothing was sent, try TLS on port 993</source>
        <translation>{host} 在端口 {port} 上不提供加密：可能有人从中阻拦；什么都没有发送，请改用端口 993 的 TLS</translation>
    </message>
    <message>
        <source>{host} cannot let anybody in at present: try again later</source>
        <translation>{host} 目前无法让任何人登录：请稍后再试</translation>
    </message>
    <message>
        <source>the connection to {host} broke ({reason}): fetch again, it goes on where it stopped</source>
        <translation>与 {host} 的连接中断了（{reason}）：请再次收取，会从中断处继续</translation>
    </message>
    <message>
        <source>{host} did not answer within {seconds} seconds: try again later</source>
        <translation>{host} 在 {seconds} 秒内没有回应：请稍后再试</translation>
    </message>
    <message>
        <source>{host} answers in a way that cannot be used ({reason}): ask your provider whether this is an IMAP server</source>
        <translation>{host} 的回应无法使用（{reason}）：请向服务商确认这是不是 IMAP 服务器</translation>
    </message>
    <message>
        <source>there is no server {host}: check its name, and that this computer is online</source>
        <translation>没有服务器 {host}：请检查名称，并确认本机已联网</translation>
    </message>
    <message>
        <source>{host} takes no connections on port {port}: check server and port with your provider</source>
        <translation>{host} 在端口 {port} 上不接受连接：请向服务商核对服务器和端口</translation>
    </message>
    <message>
        <source>{host} cannot be spoken to with TLS on port {port} ({reason}): try STARTTLS, or the port 993</source>
        <translation>无法在端口 {port} 上用 TLS 与 {host} 通信（{reason}）：请改用 STARTTLS 或端口 993</translation>
    </message>
    <message>
        <source>the mailbox&apos;s search &apos;{text}&apos; cannot be read: choose again what to fetch</source>
        <translation>无法读懂邮箱的搜索条件“{text}”：请重新选择要收取的内容</translation>
    </message>
    <message>
        <source>the certificate of {host} proves nothing ({reason}): accept its SHA-256 fingerprint only if your provider states the same: {fingerprint}</source>
        <translation>{host} 的证书不能证明任何东西（{reason}）：只有当服务商公布的 SHA-256 指纹与此相同时才接受：{fingerprint}</translation>
    </message>
    <message>
        <source>{host} shows another certificate than the one you accepted: somebody may stand in between; ask your provider, and accept the new SHA-256 fingerprint only if it is theirs: {fingerprint}</source>
        <translation>{host} 出示的证书与您接受过的不同：中间可能有人；请询问服务商，只有新的 SHA-256 指纹确实属于他们时才接受：{fingerprint}</translation>
    </message>
    <message>
        <source>say how you know: the firm&apos;s own words, or what you have seen</source>
        <translation>请说明依据：平台自己的说法，或您亲眼所见</translation>
    </message>
    <message>
        <source>{figure} is no length of time: write a whole number of at least 1</source>
        <translation>{figure} 不是有效的时长：请填写至少为 1 的整数</translation>
    </message>
    <message>
        <source>a figure needs its unit, such as 5 business-days</source>
        <translation>数字需要单位，例如 5 business-days</translation>
    </message>
    <message>
        <source>the later figure is smaller than the earlier one</source>
        <translation>较晚的数字小于较早的数字</translation>
    </message>
    <message>
        <source>which rule?</source>
        <translation>哪一条规则？</translation>
    </message>
    <message>
        <source>the rule {rule} is as the guide has it already</source>
        <translation>规则 {rule} 本来就与指引一致</translation>
    </message>
    <message>
        <source>deadline {number} runs already</source>
        <translation>期限 {number} 已在计时</translation>
    </message>
    <message>
        <source>deadline {number} does not run any more ({state})</source>
        <translation>期限 {number} 已不再计时（{state}）</translation>
    </message>
    <message>
        <source>which item of the checklist?</source>
        <translation>核对清单的哪一项？</translation>
    </message>
    <message>
        <source>&apos;{item}&apos; has no mark in C-{case}</source>
        <translation>“{item}”在 C-{case} 中没有标记</translation>
    </message>
    <message>
        <source>a template needs words</source>
        <translation>模板不能为空</translation>
    </message>
    <message>
        <source>there is no template {number} in this casebook</source>
        <translation>此案件簿中没有模板 {number}</translation>
    </message>
    <message>
        <source>there is no letter {number} in this casebook</source>
        <translation>此案件簿中没有信件 {number}</translation>
    </message>
    <message>
        <source>a chat or call is under way in C-{number} already: end it first</source>
        <translation>C-{number} 中已有聊天或通话正在进行：请先结束它</translation>
    </message>
    <message>
        <source>no chat or call is under way in C-{number}</source>
        <translation>C-{number} 中没有正在进行的聊天或通话</translation>
    </message>
    <message>
        <source>the details of this contact cannot be read</source>
        <translation>无法读取此联系记录的详情</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not how long it took: write 12m, 1h 5m, 90s or 12:30</source>
        <translation>“{text}”不是时长：请写成 12m、1h 5m、90s、12:30 或 1小时5分</translation>
    </message>
    <message>
        <source>nobody has answered in C-{number} yet</source>
        <translation>C-{number} 中还没有人应答</translation>
    </message>
    <message>
        <source>nothing happened in this chat or call yet that could be taken back</source>
        <translation>这次聊天或通话中还没有可以撤回的步骤</translation>
    </message>
    <message>
        <source>contact {number} has an outcome already: amend it</source>
        <translation>联系记录 {number} 已有结果：请以更正方式修改</translation>
    </message>
    <message>
        <source>the transcript of this chat is not in the case any more: put it back, or record without it</source>
        <translation>此聊天的记录已不在案件中：请将其放回，或不带它记录</translation>
    </message>
    <message>
        <source>the calendar file&apos;s folder {folder} is not there: connect it, or choose another place</source>
        <translation>日历文件所在的文件夹 {folder} 不存在：请连接该磁盘，或另选位置</translation>
    </message>
    <message>
        <source>{path} is no name for a calendar: let it end in .ics</source>
        <translation>{path} 不是日历文件名：请以 .ics 结尾</translation>
    </message>
    <message>
        <source>{path} is there and is no calendar: choose another name</source>
        <translation>{path} 已存在且不是日历：请换一个名称</translation>
    </message>
    <message>
        <source>say how you know that it was broken; what nobody can tell is &apos;unknown&apos;</source>
        <translation>请说明您如何知道承诺未兑现；无法判断的请记为“不明”（unknown）</translation>
    </message>
    <message>
        <source>the exhibit is not in C-{case}: name one of its own</source>
        <translation>该证物不在 C-{case} 中：请选择本案的证物</translation>
    </message>
    <message>
        <source>the request is open already</source>
        <translation>该材料要求已处于待提供状态</translation>
    </message>
    <message>
        <source>this session has no message bus, so no notifications can be shown</source>
        <translation>当前会话没有消息总线，无法显示通知</translation>
    </message>
    <message>
        <source>the message bus of this session does not answer: {why}</source>
        <translation>当前会话的消息总线没有应答：{why}</translation>
    </message>
    <message>
        <source>no notification service answers on this desktop</source>
        <translation>这个桌面没有通知服务应答</translation>
    </message>
    <message>
        <source>this system shows no notifications: {why}</source>
        <translation>这个系统不显示通知：{why}</translation>
    </message>
    <message>
        <source>the system does not let Casebook notify: allow it in the system&apos;s settings</source>
        <translation>系统不允许 Casebook 发送通知：请在系统设置中允许</translation>
    </message>
    <message>
        <source>the registry cannot be read: {why}</source>
        <translation>无法读取注册表：{why}</translation>
    </message>
    <message>
        <source>the registry cannot be written: {why}</source>
        <translation>无法写入注册表：{why}</translation>
    </message>
    <message>
        <source>the ladder has no step &apos;{id}&apos;: choose one of {known}</source>
        <translation>升级步骤中没有“{id}”：请从 {known} 中选择</translation>
    </message>
    <message>
        <source>there are no messages in &apos;{language}&apos;: choose en or zh</source>
        <translation>没有“{language}”语言的信件：请选择 en 或 zh</translation>
    </message>
    <message>
        <source>{path} must end in .eml: choose such a name</source>
        <translation>{path} 必须以 .eml 结尾：请另选文件名</translation>
    </message>
    <message>
        <source>exhibit {number} is not of this case</source>
        <translation>证物 {number} 不属于此案件</translation>
    </message>
    <message>
        <source>{label} cannot go with a message: it is sealed, purged, or a recording that nobody agreed to</source>
        <translation>{label} 不能随信发出：它已封存、已清除，或是未获同意的录音</translation>
    </message>
    <message>
        <source>a call is not sent: log it as a call when it is over</source>
        <translation>电话不是发送出去的：请在通话结束后记录为通话</translation>
    </message>
    <message>
        <source>the rule {rule} counts nothing: it can only be switched off</source>
        <translation>规则 {rule} 不计算时间：只能停用</translation>
    </message>
    <message>
        <source>&apos;{unit}&apos; is not a unit: choose one of {names}</source>
        <translation>“{unit}”不是单位：请从 {names} 中选择</translation>
    </message>
    <message>
        <source>the guide has no rule &apos;{rule}&apos;: see &apos;casebook rule list&apos;</source>
        <translation>指南中没有规则“{rule}”：请查看“casebook rule list”</translation>
    </message>
    <message>
        <source>a pause ends before it begins</source>
        <translation>暂停的结束早于开始</translation>
    </message>
    <message>
        <source>say why the clock stands still</source>
        <translation>请说明为何暂停计时</translation>
    </message>
    <message>
        <source>say why there is more time</source>
        <translation>请说明为何延长</translation>
    </message>
    <message>
        <source>what moved this deadline cannot be read</source>
        <translation>无法读取该期限的变动记录</translation>
    </message>
    <message>
        <source>{day} lies before the date as it stands, so it is no more time</source>
        <translation>{day} 早于现有日期，因此不是延长</translation>
    </message>
    <message>
        <source>follow-up {number} does not rest</source>
        <translation>待办 {number} 没有设为稍后提醒</translation>
    </message>
    <message>
        <source>which words are to be quoted?</source>
        <translation>要引用哪些文字？</translation>
    </message>
    <message>
        <source>contact {number} is in no case yet: file it first</source>
        <translation>联系记录 {number} 还不在任何案件中：请先归档</translation>
    </message>
    <message>
        <source>contact {number} does not say that: quote its own words</source>
        <translation>联系记录 {number} 里没有这些文字：请引用原文</translation>
    </message>
    <message>
        <source>a view needs a name</source>
        <translation>视图需要一个名称</translation>
    </message>
    <message>
        <source>there is a view named &apos;{name}&apos; already</source>
        <translation>已有名为“{name}”的视图</translation>
    </message>
    <message>
        <source>there is no view {number} in this casebook</source>
        <translation>此案件簿中没有视图 {number}</translation>
    </message>
    <message>
        <source>there is no ledger entry {number}</source>
        <translation>账本中没有第 {number} 条</translation>
    </message>
    <message>
        <source>what ledger entry {number} tells of cannot be taken back</source>
        <translation>账本第 {number} 条所记的事无法撤销</translation>
    </message>
    <message>
        <source>{label} cannot be taken back: its earlier words were erased</source>
        <translation>{label} 无法撤销：它原来的文字已被清除</translation>
    </message>
    <message>
        <source>{label} was changed since: take that back first, or change it by hand</source>
        <translation>{label} 此后又被改过：请先撤销那次更改，或手动修改</translation>
    </message>
    <message>
        <source>{label} stays: something that was recorded since names it</source>
        <translation>{label} 保留不变：后来的记录引用了它</translation>
    </message>
    <message>
        <source>nothing is drawn yet: draw an arrow, a box, or write some words</source>
        <translation>还没有任何标注：请画一个箭头或方框，或写几个字</translation>
    </message>
    <message>
        <source>{count} marks are more than anybody can read: draw at most {most}</source>
        <translation>{count} 个标注太多，无人能看清：最多画 {most} 个</translation>
    </message>
    <message>
        <source>the {shape} at {where} cannot be drawn: it has no size, or no words</source>
        <translation>无法绘制位于 {where} 的 {shape}：它没有大小，或没有文字</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no mark: write left,top,right,bottom in pixels, such as 40,120,600,180, and for words left,top,height,WORDS</source>
        <translation>“{text}”不是标注：请以像素写 左,上,右,下，例如 40,120,600,180；文字写 左,上,高度,文字</translation>
    </message>
    <message>
        <source>{exhibit} has more than {most} pages: split it, and draw on a part</source>
        <translation>{exhibit} 超过 {most} 页：请拆分后在其中一部分上标注</translation>
    </message>
    <message>
        <source>{exhibit} is too large to be drawn on ({wide} x {high} pixels): cut the part that matters out of a copy, add that as an exhibit, and draw on it</source>
        <translation>{exhibit} 过大，无法标注（{wide} x {high} 像素）：请从副本中裁出要紧的部分，添加为证物，再在其上标注</translation>
    </message>
    <message>
        <source>{exhibit} is nothing that can be drawn on: only pictures and PDFs are</source>
        <translation>{exhibit} 无法标注：只有图片和 PDF 可以</translation>
    </message>
    <message>
        <source>{exhibit} is in no case yet: file its mail first</source>
        <translation>{exhibit} 尚未归入案件：请先归档其邮件</translation>
    </message>
    <message>
        <source>{time} has not been yet: a contact lies in the past, so give the time when it happened</source>
        <translation>{time} 还没有到：联系记录是过去的事，请填写它发生的时间</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not understood as a time: write 14:03, yesterday 9pm, 2 hours ago, or 2026-11-20 14:03</source>
        <translation>“{text}”看不懂是什么时间：请写 14:03、昨天下午3点、2小时前，或 2026-11-20 14:03</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; names a weekday that {day} is not: check the date</source>
        <translation>“{text}”里的星期与 {day} 不符：请核对日期</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; names a day that no calendar has: check the date</source>
        <translation>“{text}”是日历上没有的日子：请核对日期</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; can be two days, by which of its numbers is the month: write it as {one} or {other}</source>
        <translation>“{text}”可能是两个日子，看哪个数是月份：请写成 {one} 或 {other}</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; names a time that no clock shows: check hour and minute</source>
        <translation>“{text}”是钟表上没有的时间：请核对时和分</translation>
    </message>
    <message>
        <source>the picture cannot be drawn ({reason}): free some space</source>
        <translation>无法绘制图片（{reason}）：请腾出一些空间</translation>
    </message>
</context>
<context>
    <name>exports</name>
    <message>
        <source>an outsider</source>
        <translation>外部人士</translation>
    </message>
    <message>
        <source>the firm itself</source>
        <translation>平台本身</translation>
    </message>
    <message>
        <source>full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>short</source>
        <translation>简短</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>US Letter</translation>
    </message>
    <message>
        <source>erased for good</source>
        <translation>已永久删除</translation>
    </message>
    <message>
        <source>a recording without consent</source>
        <translation>未经同意的录音</translation>
    </message>
    <message>
        <source>the same file as one that is redacted or kept back</source>
        <translation>与被遮盖或留下的文件相同</translation>
    </message>
    <message>
        <source>it holds a file that is redacted or kept back</source>
        <translation>其中含有被遮盖或留下的文件</translation>
    </message>
    <message>
        <source>time stamp of {host}</source>
        <translation>{host} 的时间戳</translation>
    </message>
    <message>
        <source>waits for the time stamp of {host}</source>
        <translation>等待 {host} 的时间戳</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签名</translation>
    </message>
    <message>
        <source>signed by {name}</source>
        <translation>由 {name} 签名</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>Contact of {time}</source>
        <translation>{time} 的联系</translation>
    </message>
    <message>
        <source>bytes changed</source>
        <translation>字节已改变</translation>
    </message>
    <message>
        <source>bytes changed since Casebook closed it</source>
        <translation>Casebook 关闭后字节被改变</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>a file that no record names</source>
        <translation>没有任何记录提到的文件</translation>
    </message>
    <message>
        <source>the list of attachments cannot be read</source>
        <translation>附件清单无法读取</translation>
    </message>
    <message>
        <source>the database is damaged: {reason}</source>
        <translation>数据库已损坏：{reason}</translation>
    </message>
    <message>
        <source>the record is gone, but the ledger knows it</source>
        <translation>账本中有，但记录不见了</translation>
    </message>
    <message>
        <source>the record is not in the ledger</source>
        <translation>账本中没有这条记录</translation>
    </message>
    <message>
        <source>the record is there, but the ledger says that it was erased</source>
        <translation>记录还在，但账本说它已被清除</translation>
    </message>
    <message>
        <source>the record is there, but its words in the ledger are gone: it cannot be compared</source>
        <translation>记录还在，但账本中的内容已不见：无法比对</translation>
    </message>
    <message>
        <source>the record is not as the ledger has it ({fields})</source>
        <translation>记录与账本不一致（{fields}）</translation>
    </message>
    <message>
        <source>ledger entry {number}: {what}</source>
        <translation>账本第 {number} 条：{what}</translation>
    </message>
    <message>
        <source>its words are gone, and no later entry says that they were erased</source>
        <translation>内容已不见，且之后没有条目说明已清除</translation>
    </message>
    <message>
        <source>the ledger was written anew between this entry and entry {number}: a signed checkpoint differs</source>
        <translation>账本在此条与第 {number} 条之间被重写：与签名的检查点不符</translation>
    </message>
    <message>
        <source>the ledger was written anew here: a signed checkpoint differs</source>
        <translation>账本在此处被重写：与签名的检查点不符</translation>
    </message>
    <message>
        <source>it is not the one that this computer saw on {date}; the ledger was written anew from here</source>
        <translation>与本机在 {date} 见到的不同；账本从此处被重写</translation>
    </message>
    <message>
        <source>the ledger ends with entry {head}, but this computer saw entry {seen} on {date}: its last {count} entries are gone</source>
        <translation>账本止于第 {head} 条，但本机在 {date} 见过第 {seen} 条：最后 {count} 条不见了</translation>
    </message>
    <message>
        <source>the ledger ends with entry {head}, but this computer saw entry {seen} on {date}: its last entry is gone</source>
        <translation>账本止于第 {head} 条，但本机在 {date} 见过第 {seen} 条：最后一条不见了</translation>
    </message>
    <message>
        <source>the checkpoint that this computer saw is gone</source>
        <translation>本机见过的检查点不见了</translation>
    </message>
    <message>
        <source>it is the checkpoint of another entry</source>
        <translation>这是另一条目的检查点</translation>
    </message>
    <message>
        <source>it is the checkpoint of another casebook</source>
        <translation>这是另一份案件簿的检查点</translation>
    </message>
    <message>
        <source>it is signed with a key that the ledger does not name before it</source>
        <translation>签名所用密钥此前未在账本中登记</translation>
    </message>
    <message>
        <source>its signature is wrong</source>
        <translation>签名不正确</translation>
    </message>
    <message>
        <source>this is not the casebook that this computer saw in this folder on {date}; if it is the right one: casebook verify --accept REASON</source>
        <translation>这不是本机 {date} 在此文件夹见到的案件簿；如果它才是对的：casebook verify --accept 原因</translation>
    </message>
    <message>
        <source>its hash does not follow from the entry before it</source>
        <translation>其哈希值与前一条接不上</translation>
    </message>
    <message>
        <source>it carries another number</source>
        <translation>编号不符</translation>
    </message>
    <message>
        <source>its words are not the ones that were hashed</source>
        <translation>内容与当初计算哈希值时不同</translation>
    </message>
    <message>
        <source>entry {number} is missing before it</source>
        <translation>此前缺少第 {number} 条</translation>
    </message>
    <message>
        <source>entries {first} to {last} are missing before it</source>
        <translation>此前缺少第 {first} 至 {last} 条</translation>
    </message>
    <message>
        <source>the ledger has no entry with the hash that {source} names ({hash}): entries were cut off or changed since</source>
        <translation>账本中没有 {source} 所写哈希值（{hash}）对应的条目：此后有条目被截去或改动</translation>
    </message>
    <message>
        <source>the shape of the database was changed from outside ({names})</source>
        <translation>数据库结构被从外部改动（{names}）</translation>
    </message>
    <message>
        <source>it names a row of &apos;{table}&apos; that is not there</source>
        <translation>它指向“{table}”中不存在的一行</translation>
    </message>
    <message>
        <source>the preferences are not as the ledger has them</source>
        <translation>设置与账本不一致</translation>
    </message>
    <message>
        <source>the history of the case where it came from is another one</source>
        <translation>来源案件簿中的历史与此不符</translation>
    </message>
    <message>
        <source>the history of the case where it came from is not whole ({reason})</source>
        <translation>来源案件簿中的历史不完整（{reason}）</translation>
    </message>
    <message>
        <source>this computer has not seen this casebook before: whether entries are missing at the end it cannot tell; compare with an earlier dossier or backup (casebook verify --against)</source>
        <translation>本机从未见过这份案件簿：无法判断末尾是否缺少条目；请与以前的卷宗或备份比对（casebook verify --against）</translation>
    </message>
    <message>
        <source>ledger entry {number} says why entries that this computer saw are not there</source>
        <translation>账本第 {number} 条说明了本机见过的条目为何不在</translation>
    </message>
    <message>
        <source>Firm {number}</source>
        <translation>平台 {number}</translation>
    </message>
    <message>
        <source>Account {number}</source>
        <translation>账户 {number}</translation>
    </message>
    <message>
        <source>Case C-{number}</source>
        <translation>案件 C-{number}</translation>
    </message>
    <message>
        <source>Contact {number}</source>
        <translation>联系记录 {number}</translation>
    </message>
    <message>
        <source>Exhibit, record {number}</source>
        <translation>证物，第 {number} 号记录</translation>
    </message>
    <message>
        <source>Ticket number, record {number}</source>
        <translation>工单号，第 {number} 号记录</translation>
    </message>
    <message>
        <source>Reference, record {number}</source>
        <translation>标识，第 {number} 号记录</translation>
    </message>
    <message>
        <source>Promise {number}</source>
        <translation>承诺 {number}</translation>
    </message>
    <message>
        <source>Request {number}</source>
        <translation>对方的要求 {number}</translation>
    </message>
    <message>
        <source>Follow-up {number}</source>
        <translation>待办 {number}</translation>
    </message>
    <message>
        <source>Mail {number}</source>
        <translation>邮件 {number}</translation>
    </message>
    <message>
        <source>Imported history {number}</source>
        <translation>导入的历史 {number}</translation>
    </message>
    <message>
        <source>Transfer {number}</source>
        <translation>转账 {number}</translation>
    </message>
    <message>
        <source>Loss, line {number}</source>
        <translation>损失，第 {number} 项</translation>
    </message>
    <message>
        <source>Redacted copy, record {number}</source>
        <translation>遮盖副本，记录 {number}</translation>
    </message>
    <message>
        <source>Dossier, record {number}</source>
        <translation>卷宗，记录 {number}</translation>
    </message>
    <message>
        <source>Answer to the gap report, record {number}</source>
        <translation>对缺漏报告的答复，记录 {number}</translation>
    </message>
    <message>
        <source>Checkpoint at entry {number}</source>
        <translation>第 {number} 条处的检查点</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>Attachment {number}</source>
        <translation>附件 {number}</translation>
    </message>
</context>
<context>
    <name>found_words</name>
    <message>
        <source>ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>TxID</source>
        <translation>TxID</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>对方要求</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>最迟 {time}</translation>
    </message>
    <message>
        <source>its form leaves no doubt</source>
        <translation>形式明确，无疑义</translation>
    </message>
    <message>
        <source>its checksum is right for {network}</source>
        <translation>校验和符合 {network}</translation>
    </message>
    <message>
        <source>it carries no checksum: compare every letter</source>
        <translation>不含校验和：请逐字核对</translation>
    </message>
    <message>
        <source>a guess from the words around it</source>
        <translation>根据上下文推测</translation>
    </message>
</context>
<context>
    <name>gaps</name>
    <message>
        <source>Secrets</source>
        <translation>秘密信息</translation>
    </message>
    <message>
        <source>Recordings without consent</source>
        <translation>未征得同意的录音录像</translation>
    </message>
    <message>
        <source>Promises past their date</source>
        <translation>已过期的承诺</translation>
    </message>
    <message>
        <source>Asked for and not supplied</source>
        <translation>对方要求但尚未提供</translation>
    </message>
    <message>
        <source>Silences of more than a week</source>
        <translation>超过一周的空白</translation>
    </message>
    <message>
        <source>Claims without a document</source>
        <translation>没有证明文件的陈述</translation>
    </message>
    <message>
        <source>Calls that were not confirmed in writing</source>
        <translation>未以书面确认的通话</translation>
    </message>
    <message>
        <source>Exhibits without a source</source>
        <translation>未注明来源的证物</translation>
    </message>
    <message>
        <source>Files never opened</source>
        <translation>从未打开过的文件</translation>
    </message>
    <message>
        <source>Evidence that is usually asked for</source>
        <translation>通常会被要求的证据</translation>
    </message>
    <message>
        <source>stops the dossier: remove it, or answer why it may go out</source>
        <translation>会阻止生成卷宗：请删除，或说明为何可以外传</translation>
    </message>
    <message>
        <source>it stays out of the dossier until consent or notice is recorded</source>
        <translation>在记录同意或告知之前不会进入卷宗</translation>
    </message>
    <message>
        <source>say what became of it</source>
        <translation>请说明结果如何</translation>
    </message>
    <message>
        <source>supply it, or answer why you did not</source>
        <translation>请提供，或说明为何未提供</translation>
    </message>
    <message>
        <source>log what happened then, or answer why nothing did</source>
        <translation>请补记当时发生的事，或说明为何没有动静</translation>
    </message>
    <message>
        <source>add a screenshot or a file, or answer why there is none</source>
        <translation>请添加截图或文件，或说明为何没有</translation>
    </message>
    <message>
        <source>a short mail on what was said makes the call provable</source>
        <translation>发一封简短邮件确认通话内容，通话才有据可查</translation>
    </message>
    <message>
        <source>say who captured it, where, and with what</source>
        <translation>请注明由谁、在何处、用什么截取</translation>
    </message>
    <message>
        <source>open it once: the other side has read it</source>
        <translation>请打开看一次：对方已经看过</translation>
    </message>
    <message>
        <source>add it, or answer why it is not there</source>
        <translation>请补上，或说明为何没有</translation>
    </message>
    <message>
        <source>seed phrase</source>
        <translation>助记词</translation>
    </message>
    <message>
        <source>private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>card number</source>
        <translation>银行卡号</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>the case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>the firm</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>your account</source>
        <translation>您的账户</translation>
    </message>
    <message>
        <source>a contact</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>an exhibit</source>
        <translation>证物</translation>
    </message>
    <message>
        <source>a promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>a request</source>
        <translation>材料要求</translation>
    </message>
    <message>
        <source>a transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>a loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>its words</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>the raw mail</source>
        <translation>原始邮件</translation>
    </message>
    <message>
        <source>within the file</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>its name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>an earlier version</source>
        <translation>更正前的文字</translation>
    </message>
    <message>
        <source>an amended version</source>
        <translation>更正后的文字</translation>
    </message>
    <message>
        <source>its subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>its outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>its description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>its translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>its transcript</source>
        <translation>文字稿</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>its title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>the claim</source>
        <translation>主张</translation>
    </message>
    <message>
        <source>the remedy</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>a reference</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>a ticket number</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>one of its fields</source>
        <translation>其中一个字段</translation>
    </message>
    <message>
        <source>your answer: {words}</source>
        <translation>您的答复：{words}</translation>
    </message>
    <message>
        <source>Looks like a secret ({secret}) in {where} {name}: {field}</source>
        <translation>疑似秘密信息（{secret}），位于{where} {name}：{field}</translation>
    </message>
    <message>
        <source>{label} {name}: no consent of those heard is recorded</source>
        <translation>{label} {name}：未记录被录者的同意</translation>
    </message>
    <message>
        <source>Promised by {due}: “{text}”</source>
        <translation>承诺期限 {due}：“{text}”</translation>
    </message>
    <message>
        <source>They asked for: “{text}”</source>
        <translation>对方要求提供：“{text}”</translation>
    </message>
    <message>
        <source>They asked for, by {due}: “{text}”</source>
        <translation>对方要求在 {due} 前提供：“{text}”</translation>
    </message>
    <message>
        <source>Nothing recorded since {since}: {days} days</source>
        <translation>自 {since} 起没有任何记录：{days} 天</translation>
    </message>
    <message>
        <source>Nothing recorded from {since} to {until}: {days} days</source>
        <translation>{since} 至 {until} 没有任何记录：{days} 天</translation>
    </message>
    <message>
        <source>Call of {when}: no mail to the firm within {days} days</source>
        <translation>{when} 的通话：{days} 天内没有给平台发邮件确认</translation>
    </message>
    <message>
        <source>{label} {name}: not said who captured it</source>
        <translation>{label} {name}：未注明由谁截取</translation>
    </message>
    <message>
        <source>{label} {name}: came with a mail and was not opened</source>
        <translation>{label} {name}：随邮件收到，尚未打开</translation>
    </message>
    <message>
        <source>Promise without a contact: “{text}”</source>
        <translation>没有对应联系记录的承诺：“{text}”</translation>
    </message>
    <message>
        <source>Transfer without a document: {amount} {asset} {text}</source>
        <translation>没有证明文件的转账：{amount} {asset} {text}</translation>
    </message>
    <message>
        <source>Loss without a document: {amount} {asset} {text}</source>
        <translation>没有证明文件的损失：{amount} {asset} {text}</translation>
    </message>
    <message>
        <source>{when}, {channel}, no document: {text}</source>
        <translation>{when}，{channel}，没有证明文件：{text}</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Firm added</source>
        <translation>添加平台</translation>
    </message>
    <message>
        <source>Firm changed</source>
        <translation>修改平台</translation>
    </message>
    <message>
        <source>Firm taken out again</source>
        <translation>平台已取出</translation>
    </message>
    <message>
        <source>Account taken out again</source>
        <translation>账户已取出</translation>
    </message>
    <message>
        <source>Ticket number taken out</source>
        <translation>工单号已取出</translation>
    </message>
    <message>
        <source>Reference taken out</source>
        <translation>标识已取出</translation>
    </message>
    <message>
        <source>Promise taken out</source>
        <translation>承诺已取出</translation>
    </message>
    <message>
        <source>Request taken out</source>
        <translation>材料要求已取出</translation>
    </message>
    <message>
        <source>Follow-up taken out</source>
        <translation>待办已取出</translation>
    </message>
    <message>
        <source>Official contact taken out again</source>
        <translation>官方联系方式已取出</translation>
    </message>
    <message>
        <source>Transfer noted</source>
        <translation>已记下转账</translation>
    </message>
    <message>
        <source>Transfer changed</source>
        <translation>已修改转账</translation>
    </message>
    <message>
        <source>Transfer taken out</source>
        <translation>已删去转账</translation>
    </message>
    <message>
        <source>Transfer kept, without the contact it came from</source>
        <translation>保留转账，不再关联原联系记录</translation>
    </message>
    <message>
        <source>Loss noted</source>
        <translation>已记下损失</translation>
    </message>
    <message>
        <source>Loss changed</source>
        <translation>已修改损失</translation>
    </message>
    <message>
        <source>Loss taken out</source>
        <translation>已删去损失</translation>
    </message>
    <message>
        <source>Redacted copy made</source>
        <translation>已制作遮盖副本</translation>
    </message>
    <message>
        <source>Redacted copy replaced by another</source>
        <translation>遮盖副本已由另一份取代</translation>
    </message>
    <message>
        <source>Redacted copy taken back</source>
        <translation>已撤回遮盖副本</translation>
    </message>
    <message>
        <source>Redacted copy erased</source>
        <translation>已抹除遮盖副本</translation>
    </message>
    <message>
        <source>Dossier made</source>
        <translation>已制作卷宗</translation>
    </message>
    <message>
        <source>Time stamp of a dossier noted</source>
        <translation>已记下卷宗的时间戳</translation>
    </message>
    <message>
        <source>Finding of the gap report answered</source>
        <translation>已答复缺漏报告的一项</translation>
    </message>
    <message>
        <source>Answer to the gap report changed</source>
        <translation>已修改对缺漏报告的答复</translation>
    </message>
    <message>
        <source>Answer to the gap report taken back</source>
        <translation>已撤回对缺漏报告的答复</translation>
    </message>
    <message>
        <source>Added to a contact: role, translation, how it went</source>
        <translation>为联系记录补充了内容：角色、译文或沟通情况</translation>
    </message>
    <message>
        <source>Exhibit looked at</source>
        <translation>已查看证物</translation>
    </message>
    <message>
        <source>Case kept, without the contact of the final position</source>
        <translation>保留案件，不再关联最终立场的联系记录</translation>
    </message>
    <message>
        <source>Contact of the final position found again</source>
        <translation>已重新关联最终立场的联系记录</translation>
    </message>
    <message>
        <source>Official contact added</source>
        <translation>已添加官方联系方式</translation>
    </message>
    <message>
        <source>Official contact looked up again</source>
        <translation>已重新查证官方联系方式</translation>
    </message>
    <message>
        <source>Official contact changed</source>
        <translation>已修改官方联系方式</translation>
    </message>
    <message>
        <source>Official contact withdrawn</source>
        <translation>已撤销官方联系方式</translation>
    </message>
    <message>
        <source>Anti-phishing code set</source>
        <translation>已设定防钓鱼码</translation>
    </message>
    <message>
        <source>Anti-phishing code ended: another took its place</source>
        <translation>防钓鱼码已停用：由另一个取代</translation>
    </message>
    <message>
        <source>Anti-phishing code taken out</source>
        <translation>已删除防钓鱼码</translation>
    </message>
    <message>
        <source>Signature of a mail checked</source>
        <translation>已核对邮件签名</translation>
    </message>
    <message>
        <source>Check of a signature erased</source>
        <translation>已删除签名核对记录</translation>
    </message>
    <message>
        <source>Account added</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Account changed</source>
        <translation>修改账户</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>建立案件</translation>
    </message>
    <message>
        <source>Case changed</source>
        <translation>修改案件</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Case taken up again</source>
        <translation>重新打开案件</translation>
    </message>
    <message>
        <source>Case put into the bin</source>
        <translation>案件放入回收站</translation>
    </message>
    <message>
        <source>Case put back from the bin</source>
        <translation>案件从回收站放回</translation>
    </message>
    <message>
        <source>Case erased</source>
        <translation>案件已永久删除</translation>
    </message>
    <message>
        <source>History from another casebook erased for good</source>
        <translation>来自另一案件簿的历史已永久清除</translation>
    </message>
    <message>
        <source>Case taken in from another casebook</source>
        <translation>从另一案件簿接收案件</translation>
    </message>
    <message>
        <source>Contact written down</source>
        <translation>记下联系</translation>
    </message>
    <message>
        <source>Contact put right soon after it was written down</source>
        <translation>记下不久后修正联系记录</translation>
    </message>
    <message>
        <source>Contact amended</source>
        <translation>更正联系记录</translation>
    </message>
    <message>
        <source>Contact put into the bin</source>
        <translation>联系记录放入回收站</translation>
    </message>
    <message>
        <source>Contact put back from the bin</source>
        <translation>联系记录从回收站放回</translation>
    </message>
    <message>
        <source>Contact erased</source>
        <translation>联系记录已永久删除</translation>
    </message>
    <message>
        <source>Words erased from a contact for good</source>
        <translation>联系记录中的文字已永久清除</translation>
    </message>
    <message>
        <source>Amendment noted, with its reason</source>
        <translation>记下更正及其原因</translation>
    </message>
    <message>
        <source>Words erased from an amendment for good</source>
        <translation>更正中的文字已永久清除</translation>
    </message>
    <message>
        <source>Mail imported</source>
        <translation>导入邮件</translation>
    </message>
    <message>
        <source>Mail&apos;s original bytes kept</source>
        <translation>保存邮件原件</translation>
    </message>
    <message>
        <source>A further copy of the mail kept</source>
        <translation>保留了该邮件的另一份副本</translation>
    </message>
    <message>
        <source>Chat imported</source>
        <translation>已导入聊天记录</translation>
    </message>
    <message>
        <source>The exported messages kept</source>
        <translation>已保留导出的消息</translation>
    </message>
    <message>
        <source>Mail filed in this case</source>
        <translation>邮件归入此案件</translation>
    </message>
    <message>
        <source>Mail taken out of this case, back into the inbox</source>
        <translation>邮件已移出本案，退回收件箱</translation>
    </message>
    <message>
        <source>Mail discarded</source>
        <translation>丢弃邮件</translation>
    </message>
    <message>
        <source>Discarded mail put back</source>
        <translation>恢复丢弃的邮件</translation>
    </message>
    <message>
        <source>Mail&apos;s original erased for good</source>
        <translation>邮件原件已永久清除</translation>
    </message>
    <message>
        <source>Exhibit added</source>
        <translation>添加证物</translation>
    </message>
    <message>
        <source>Exhibit given its number</source>
        <translation>证物编号</translation>
    </message>
    <message>
        <source>Exhibit taken out with its mail, its number free again</source>
        <translation>证物随邮件移出，其编号重新可用</translation>
    </message>
    <message>
        <source>Exhibit described</source>
        <translation>说明证物</translation>
    </message>
    <message>
        <source>Exhibit put into the bin</source>
        <translation>证物放入回收站</translation>
    </message>
    <message>
        <source>Exhibit put back from the bin</source>
        <translation>证物从回收站放回</translation>
    </message>
    <message>
        <source>Exhibit erased</source>
        <translation>证物已永久删除</translation>
    </message>
    <message>
        <source>Exhibit&apos;s bytes erased for good</source>
        <translation>证物内容已永久清除</translation>
    </message>
    <message>
        <source>Ticket number noted</source>
        <translation>记下工单号</translation>
    </message>
    <message>
        <source>Ticket number kept, without the contact it came from</source>
        <translation>工单号保留，其来源联系记录已去除</translation>
    </message>
    <message>
        <source>Reference noted</source>
        <translation>记下标识</translation>
    </message>
    <message>
        <source>Promise noted</source>
        <translation>记下承诺</translation>
    </message>
    <message>
        <source>Promise marked as kept</source>
        <translation>承诺标为已兑现</translation>
    </message>
    <message>
        <source>Promise marked as broken</source>
        <translation>承诺标为未兑现</translation>
    </message>
    <message>
        <source>Promise marked as withdrawn</source>
        <translation>承诺标为已撤回</translation>
    </message>
    <message>
        <source>Promise opened again</source>
        <translation>承诺重新标为待兑现</translation>
    </message>
    <message>
        <source>Request noted</source>
        <translation>记下材料要求</translation>
    </message>
    <message>
        <source>Request marked as supplied</source>
        <translation>材料要求标为已提供</translation>
    </message>
    <message>
        <source>Follow-up set</source>
        <translation>设定待办</translation>
    </message>
    <message>
        <source>Follow-up done</source>
        <translation>待办已完成</translation>
    </message>
    <message>
        <source>Follow-up dropped</source>
        <translation>取消待办</translation>
    </message>
    <message>
        <source>Follow-up opened again</source>
        <translation>重新打开待办</translation>
    </message>
    <message>
        <source>Follow-up snoozed</source>
        <translation>推迟待办</translation>
    </message>
    <message>
        <source>Snooze of a follow-up taken back</source>
        <translation>已撤销待办的稍后提醒</translation>
    </message>
    <message>
        <source>Follow-up moved</source>
        <translation>改期待办</translation>
    </message>
    <message>
        <source>Rule of the guide set for a firm</source>
        <translation>为平台设定了一条指引规则</translation>
    </message>
    <message>
        <source>Rule of the guide as the guide has it again</source>
        <translation>该指引规则恢复为指引原样</translation>
    </message>
    <message>
        <source>Way to a firm noted</source>
        <translation>记下联系平台的一种途径</translation>
    </message>
    <message>
        <source>Way to a firm changed</source>
        <translation>联系平台的途径有改动</translation>
    </message>
    <message>
        <source>Way to a firm taken off</source>
        <translation>删去联系平台的一种途径</translation>
    </message>
    <message>
        <source>Deadline set</source>
        <translation>设定期限</translation>
    </message>
    <message>
        <source>Deadline moved</source>
        <translation>期限已变动</translation>
    </message>
    <message>
        <source>Deadline ended: what it waited for came</source>
        <translation>期限结束：等待的事已发生</translation>
    </message>
    <message>
        <source>Deadline dropped</source>
        <translation>期限已取消</translation>
    </message>
    <message>
        <source>Deadline runs again</source>
        <translation>期限重新计时</translation>
    </message>
    <message>
        <source>Deadline erased</source>
        <translation>期限已抹除</translation>
    </message>
    <message>
        <source>Deadline kept, without the contact it came from</source>
        <translation>保留期限，不再关联其来源联系记录</translation>
    </message>
    <message>
        <source>Item of the checklist marked</source>
        <translation>核对清单中的一项已标记</translation>
    </message>
    <message>
        <source>Mark on the checklist taken back</source>
        <translation>撤回核对清单中的标记</translation>
    </message>
    <message>
        <source>Passage quoted in the dossier</source>
        <translation>卷宗引用了一段文字</translation>
    </message>
    <message>
        <source>Note on a quoted passage changed</source>
        <translation>引文的说明已更改</translation>
    </message>
    <message>
        <source>Passage not quoted any more</source>
        <translation>不再引用这段文字</translation>
    </message>
    <message>
        <source>Promise changed</source>
        <translation>承诺已修改</translation>
    </message>
    <message>
        <source>Request changed</source>
        <translation>材料要求已修改</translation>
    </message>
    <message>
        <source>Request opened again</source>
        <translation>材料要求已重新打开</translation>
    </message>
    <message>
        <source>Promise marked as unknown</source>
        <translation>承诺标记为结果不明</translation>
    </message>
    <message>
        <source>Something was erased for good</source>
        <translation>有内容被永久清除</translation>
    </message>
    <message>
        <source>Bin emptied</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>This computer&apos;s clock was set back</source>
        <translation>本机时钟被调回</translation>
    </message>
    <message>
        <source>This computer began to sign the ledger</source>
        <translation>本机开始为账本签名</translation>
    </message>
    <message>
        <source>A ledger from elsewhere was accepted</source>
        <translation>接受了来自别处的账本</translation>
    </message>
    <message>
        <source>Casebook restored from a backup</source>
        <translation>从备份恢复案件簿</translation>
    </message>
    <message>
        <source>Casebook encrypted</source>
        <translation>加密案件簿</translation>
    </message>
    <message>
        <source>Encryption taken off the casebook</source>
        <translation>解除案件簿加密</translation>
    </message>
    <message>
        <source>Preferences changed</source>
        <translation>修改设置</translation>
    </message>
    <message>
        <source>Last change taken back</source>
        <translation>上一次更改已撤销</translation>
    </message>
    <message>
        <source>Put back after it was taken out</source>
        <translation>取出后又放回</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>kind of problem</source>
        <translation>问题类型</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>remedy</source>
        <translation>要求的处理</translation>
    </message>
    <message>
        <source>when it happened</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>rests until</source>
        <translation>推迟到</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>why it was moved</source>
        <translation>改期原因</translation>
    </message>
    <message>
        <source>what became of it</source>
        <translation>后来如何</translation>
    </message>
    <message>
        <source>words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>agent ID</source>
        <translation>客服编号</translation>
    </message>
    <message>
        <source>person or bot</source>
        <translation>人工或机器人</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>legal name</source>
        <translation>法定名称</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>牌照</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>for which body</source>
        <translation>提交给</translation>
    </message>
    <message>
        <source>who acts for you</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>your reference</source>
        <translation>您的编号</translation>
    </message>
    <message>
        <source>other proceedings</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>insolvency</source>
        <translation>破产情况</translation>
    </message>
    <message>
        <source>next deadline</source>
        <translation>下一个期限</translation>
    </message>
    <message>
        <source>source of the deadline</source>
        <translation>期限出处</translation>
    </message>
    <message>
        <source>role</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>own translation</source>
        <translation>自己的译文</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>来历</translation>
    </message>
    <message>
        <source>page address</source>
        <translation>网页地址</translation>
    </message>
    <message>
        <source>own date</source>
        <translation>文件自身日期</translation>
    </message>
    <message>
        <source>not on it</source>
        <translation>未包含</translation>
    </message>
    <message>
        <source>own transcript</source>
        <translation>自己的文字记录</translation>
    </message>
    <message>
        <source>clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>同意情况</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>TxID</source>
        <translation>TxID</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>explorer page</source>
        <translation>区块浏览器网址</translation>
    </message>
    <message>
        <source>what</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>source of the rate</source>
        <translation>汇率来源</translation>
    </message>
    <message>
        <source>rate as of</source>
        <translation>汇率时间</translation>
    </message>
    <message>
        <source>for whom</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>counted from</source>
        <translation>起算</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>used</source>
        <translation>是否采用</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>not before</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>not after</source>
        <translation>不晚于</translation>
    </message>
    <message>
        <source>how you know</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>what for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>服务时间</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>looked up on</source>
        <translation>查证日期</translation>
    </message>
    <message>
        <source>pauses</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>extensions</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>where it was seen</source>
        <translation>在何处看到</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>copy of</source>
        <translation>副本来源</translation>
    </message>
    <message>
        <source>steps taken before</source>
        <translation>此前的操作</translation>
    </message>
    <message>
        <source>account opened on</source>
        <translation>开户日期</translation>
    </message>
    <message>
        <source>usual addresses</source>
        <translation>常用登录 IP</translation>
    </message>
    <message>
        <source>call-back number</source>
        <translation>回电号码</translation>
    </message>
    <message>
        <source>details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>to be done</source>
        <translation>待完成</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>no longer needed</source>
        <translation>不再需要</translation>
    </message>
    <message>
        <source>{what} – its words were erased later</source>
        <translation>{what}——其文字后来被清除</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>open</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人工</translation>
    </message>
</context>
<context>
    <name>import_pace</name>
    <message>
        <source>{size}/s</source>
        <translation>{size}/秒</translation>
    </message>
    <message>
        <source>{count} a second</source>
        <translation>每秒 {count} 封</translation>
    </message>
</context>
<context>
    <name>import_reasons</name>
    <message>
        <source>this file may not be read: change its permissions, then import it again</source>
        <translation>没有读取此文件的权限：请修改权限后重新导入</translation>
    </message>
    <message>
        <source>this is no ordinary file: import a file or a folder of files</source>
        <translation>这不是普通文件：请导入文件或文件夹</translation>
    </message>
    <message>
        <source>this file is empty: save the mail again and import that</source>
        <translation>文件为空：请重新保存邮件后再导入</translation>
    </message>
    <message>
        <source>this message is larger than 256 MB: save its attachments and add them by hand</source>
        <translation>此邮件超过 256 MB：请保存附件并手动添加</translation>
    </message>
    <message>
        <source>this is an Outlook data file: export the mails as .eml or .mbox, then import those</source>
        <translation>这是 Outlook 数据文件：请把邮件导出为 .eml 或 .mbox 后再导入</translation>
    </message>
    <message>
        <source>this is not a mail: save the message as .eml, or the mailbox as .mbox, and import that</source>
        <translation>这不是邮件：请把邮件存为 .eml，或把邮箱存为 .mbox 后导入</translation>
    </message>
    <message>
        <source>this message stops the program that reads it: save its words and attachments, and add them by hand</source>
        <translation>这封邮件会使读取程序停止：请另存其文字和附件，再手动添加</translation>
    </message>
    <message>
        <source>this is a draft that was not sent: it is left out, add its words by hand if they matter</source>
        <translation>这是一封未发送的草稿：未予导入；如果内容重要，请手动添加其文字</translation>
    </message>
    <message>
        <source>this is an Outlook Express folder: export its mails as .eml, then import those</source>
        <translation>这是 Outlook Express 的文件夹：请将其中的邮件导出为 .eml，再导入</translation>
    </message>
    <message>
        <source>this is an Outlook for Mac archive: drag the mails out of Outlook as .eml, then import those</source>
        <translation>这是 Outlook for Mac 的归档：请将邮件从 Outlook 拖出为 .eml，再导入</translation>
    </message>
    <message>
        <source>this file has Outlook&apos;s format, but no message in it: save the mail again and import that</source>
        <translation>此文件是 Outlook 格式，但其中没有邮件：请重新保存该邮件再导入</translation>
    </message>
    <message>
        <source>this Apple Mail message is damaged: save it as .eml in Mail, then import that</source>
        <translation>此 Apple Mail 邮件已损坏：请在“邮件”中另存为 .eml，再导入</translation>
    </message>
    <message>
        <source>this is an archive of a kind that is not read: unpack it, then import the folder</source>
        <translation>无法读取这种压缩包：请先解压，再导入文件夹</translation>
    </message>
    <message>
        <source>this file is locked with a password: unpack the archive, then import the folder</source>
        <translation>此文件有密码保护：请先解压该压缩包，再导入文件夹</translation>
    </message>
    <message>
        <source>this archive unpacks to far more than mail does: unpack it by hand if you trust it, then import the folder</source>
        <translation>此压缩包解压后远大于邮件应有的大小：如果您信任它，请手动解压，再导入文件夹</translation>
    </message>
    <message>
        <source>this archive lies within too many others: unpack them, then import the folder</source>
        <translation>此压缩包嵌套层数过多：请先逐层解压，再导入文件夹</translation>
    </message>
    <message>
        <source>this archive has more than 300,000 files: unpack it, then import the folder</source>
        <translation>此压缩包含有超过 300,000 个文件：请先解压，再导入文件夹</translation>
    </message>
    <message>
        <source>this archive within an archive is too large: unpack the outer one, then import the folder</source>
        <translation>压缩包内的这个压缩包过大：请先解压外层，再导入文件夹</translation>
    </message>
    <message>
        <source>this archive has no mail in it: look for the file or folder with the mails</source>
        <translation>此压缩包中没有邮件：请找到含有邮件的文件或文件夹</translation>
    </message>
    <message>
        <source>the server does not hand out this message: save it as .eml where you read your mail, and import that</source>
        <translation>服务器不交出这封邮件：请在您平时看邮件的地方存为 .eml，再导入</translation>
    </message>
    <message>
        <source>this folder cannot be opened on the server any more: choose the folders of the mailbox again</source>
        <translation>服务器上已无法打开此文件夹：请重新选择邮箱的文件夹</translation>
    </message>
    <message>
        <source>the server has renumbered this folder meanwhile: fetch again, what is known is passed over</source>
        <translation>服务器在此期间给该文件夹重新编了号：请再次收取，已有的会被略过</translation>
    </message>
    <message>
        <source>this is empty: copy the source of a message, with its headers, and paste that</source>
        <translation>内容为空：请复制邮件的源代码（包括邮件头）再粘贴</translation>
    </message>
    <message>
        <source>this has no headers of a mail: copy the whole source of the message (“Show original”) and paste that</source>
        <translation>其中没有邮件头：请复制邮件的完整源代码（“显示原始邮件”）再粘贴</translation>
    </message>
    <message>
        <source>none of the conversations you named is in this export: look at their names again</source>
        <translation>您指定的会话不在此导出文件中：请再核对名称</translation>
    </message>
    <message>
        <source>there is no conversation in this export: choose JSON as its form, with messages, and export it again</source>
        <translation>此导出文件中没有会话：请以 JSON 格式并包含消息重新导出</translation>
    </message>
    <message>
        <source>this file cannot be read ({reason}): copy it to this computer&apos;s disk and try again</source>
        <translation>无法读取此文件（{reason}）：请复制到本机磁盘后重试</translation>
    </message>
    <message>
        <source>this archive is damaged here ({reason}): what was found before is imported, fetch the archive again</source>
        <translation>此压缩包在此处已损坏（{reason}）：此前找到的内容已导入，请重新获取该压缩包</translation>
    </message>
    <message>
        <source>this file is packed in a way that is not read ({reason}): unpack the archive, then import the folder</source>
        <translation>此文件的压缩方式无法读取（{reason}）：请先解压该压缩包，再导入文件夹</translation>
    </message>
    <message>
        <source>this archive has files that are no mails, they were left out ({reason})</source>
        <translation>此压缩包中有不是邮件的文件，未予导入（{reason}）</translation>
    </message>
    <message>
        <source>this message cannot be read ({reason}): the rest was imported without it</source>
        <translation>无法读取此邮件（{reason}）：其余邮件已导入</translation>
    </message>
    <message>
        <source>several conversations are in this export ({reason}): choose those that belong to a case</source>
        <translation>此导出文件含有多个会话（{reason}）：请选择属于案件的会话</translation>
    </message>
    <message>
        <source>this export is damaged or cut off at byte {reason}: what stands before was read, export it again</source>
        <translation>此导出文件在第 {reason} 字节处损坏或中断：之前的内容已读取，请重新导出</translation>
    </message>
    <message>
        <source>this archive of a chat cannot be read ({reason}): unpack it, then import what is in it</source>
        <translation>无法读取此聊天压缩包（{reason}）：请先解压，再导入其中的内容</translation>
    </message>
</context>
<context>
    <name>import_threads</name>
    <message>
        <source>Everything else, not told apart</source>
        <translation>其余全部，未逐一区分</translation>
    </message>
    <message>
        <source>looks like {firm}, is not known to be it</source>
        <translation>看似 {firm}，但不能确认</translation>
    </message>
    <message>
        <source>the sender looks odd</source>
        <translation>发件人可疑</translation>
    </message>
    <message>
        <source>in this casebook already</source>
        <translation>已在此案件簿中</translation>
    </message>
    <message>
        <source>to {case}</source>
        <translation>归入 {case}</translation>
    </message>
    <message>
        <source>waits in the inbox</source>
        <translation>留在收件箱</translation>
    </message>
    <message>
        <source>files itself in {where}</source>
        <translation>自动归入 {where}</translation>
    </message>
    <message>
        <source>waits in the inbox; perhaps {where}</source>
        <translation>留在收件箱；可能属于 {where}</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
</context>
<context>
    <name>import_words</name>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>not understood in full</source>
        <translation>未能完全读懂</translation>
    </message>
    <message>
        <source>filed in a case</source>
        <translation>已归入案件</translation>
    </message>
    <message>
        <source>waiting in the inbox</source>
        <translation>在收件箱等待</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>未读懂</translation>
    </message>
</context>
<context>
    <name>inbox_model</name>
    <message>
        <source>(no subject)</source>
        <translation>（无主题）</translation>
    </message>
    <message>
        <source>you ({name})</source>
        <translation>您（{name}）</translation>
    </message>
</context>
<context>
    <name>inbox_words</name>
    <message>
        <source>same thread</source>
        <translation>同一会话</translation>
    </message>
    <message>
        <source>names {value}</source>
        <translation>提到 {value}</translation>
    </message>
    <message>
        <source>from or to {value}</source>
        <translation>与 {value} 往来</translation>
    </message>
    <message>
        <source>a guess: same subject and people</source>
        <translation>推测：主题和往来方相同</translation>
    </message>
    <message>
        <source>the only open case with {value}</source>
        <translation>与 {value} 唯一未结的案件</translation>
    </message>
    <message>
        <source>but look at the sender first</source>
        <translation>但请先看发件人</translation>
    </message>
    <message>
        <source>but it was passed on</source>
        <translation>但它是转发的</translation>
    </message>
    <message>
        <source>but another case fits as well</source>
        <translation>但另一案件也符合</translation>
    </message>
    <message>
        <source>but it names a number of another case</source>
        <translation>但它提到另一案件的编号</translation>
    </message>
    <message>
        <source>but it is from or to another firm</source>
        <translation>但它与另一平台往来</translation>
    </message>
    <message>
        <source>but from or to somebody new in the case</source>
        <translation>但往来方在本案中未出现过</translation>
    </message>
    <message>
        <source>which is closed</source>
        <translation>该案已结案</translation>
    </message>
    <message>
        <source>which may be chance</source>
        <translation>也可能只是巧合</translation>
    </message>
    <message>
        <source>in what it quotes</source>
        <translation>出现在引用内容中</translation>
    </message>
</context>
<context>
    <name>mail_drop</name>
    <message>
        <source>Thunderbird handed over only where the message is on its server: drag it to a folder of this computer first, then drop that file here</source>
        <translation>Thunderbird 只提供了邮件在服务器上的位置：请先将邮件拖到本机的文件夹，再把该文件拖到这里</translation>
    </message>
    <message>
        <source>Outlook handed over the name of the message only: drag it to the desktop first, then drop that file here</source>
        <translation>Outlook 只提供了邮件的名称：请先将邮件拖到桌面，再把该文件拖到这里</translation>
    </message>
    <message>
        <source>Mail handed over only the address of the message: drag it to the desktop first, then drop that file here</source>
        <translation>“邮件”只提供了邮件的地址：请先将邮件拖到桌面，再把该文件拖到这里</translation>
    </message>
</context>
<context>
    <name>mail_problems</name>
    <message>
        <source>there is no Date header</source>
        <translation>邮件没有 Date（日期）头</translation>
    </message>
    <message>
        <source>the Date header is no date</source>
        <translation>Date 头不是日期</translation>
    </message>
    <message>
        <source>the sender&apos;s address is missing</source>
        <translation>缺少发件人地址</translation>
    </message>
    <message>
        <source>a part of the text is damaged: what could be read is shown</source>
        <translation>部分正文已损坏：显示能读出的内容</translation>
    </message>
    <message>
        <source>some characters of the text could not be read</source>
        <translation>正文中有些字符无法读出</translation>
    </message>
    <message>
        <source>the HTML text is too long to show whole; the original is</source>
        <translation>HTML 正文太长，无法全部显示；原件是完整的</translation>
    </message>
    <message>
        <source>the text is very long: only its first 1,000,000 characters are shown, the original is whole</source>
        <translation>正文很长：只显示前 1,000,000 个字符，原件是完整的</translation>
    </message>
    <message>
        <source>the attachment {value} is damaged: what could be read is kept</source>
        <translation>附件 {value} 已损坏：保留能读出的内容</translation>
    </message>
    <message>
        <source>the message is encrypted with S/MIME: only a mail program that has the key can read it</source>
        <translation>邮件经 S/MIME 加密：只有持有密钥的邮件程序才能读取</translation>
    </message>
    <message>
        <source>the message is encrypted with PGP: only a mail program that has the key can read it</source>
        <translation>邮件经 PGP 加密：只有持有密钥的邮件程序才能读取</translation>
    </message>
    <message>
        <source>the message has an S/MIME signature, which was not checked</source>
        <translation>邮件带有 S/MIME 签名，签名未经检验</translation>
    </message>
    <message>
        <source>the message has a PGP signature, which was not checked</source>
        <translation>邮件带有 PGP 签名，签名未经检验</translation>
    </message>
    <message>
        <source>this message could not be read ({value}): only its bytes are kept</source>
        <translation>这封邮件无法读取（{value}）：只保留其原始字节</translation>
    </message>
    <message>
        <source>the S/MIME container is damaged: what is in it could not be read</source>
        <translation>S/MIME 封装已损坏：其中的内容无法读出</translation>
    </message>
    <message>
        <source>the winmail.dat of this message is damaged: what could be read is shown</source>
        <translation>这封邮件的 winmail.dat 已损坏：显示能读出的内容</translation>
    </message>
    <message>
        <source>messages are attached within messages too deeply to show them all</source>
        <translation>邮件层层嵌套过深，无法全部显示</translation>
    </message>
    <message>
        <source>a part of this Outlook message is damaged: what could be read is shown</source>
        <translation>这封 Outlook 邮件有一部分已损坏：显示能读出的内容</translation>
    </message>
    <message>
        <source>the formatted text of this Outlook message is damaged: what could be read is shown</source>
        <translation>这封 Outlook 邮件的格式化正文已损坏：显示能读出的内容</translation>
    </message>
    <message>
        <source>this Outlook message is damaged ({value}): only its bytes are kept</source>
        <translation>这封 Outlook 邮件已损坏（{value}）：只保留其原始字节</translation>
    </message>
    <message>
        <source>only the first 5,000 attachments are shown, the original has more</source>
        <translation>只显示前 5,000 个附件，原件中还有更多</translation>
    </message>
    <message>
        <source>the attachment {value} is only a link: the file is not in the message</source>
        <translation>附件 {value} 只是一个链接：文件不在邮件中</translation>
    </message>
    <message>
        <source>Outlook kept no mail headers of this message: sender, recipients and time are as Outlook noted them</source>
        <translation>Outlook 没有保留这封邮件的邮件头：发件人、收件人和时间以 Outlook 的记录为准</translation>
    </message>
    <message>
        <source>Outlook marks this message as not sent</source>
        <translation>Outlook 将这封邮件标记为未发送</translation>
    </message>
    <message>
        <source>a message attached to this Outlook message was written anew as .eml: its bytes are not those of the sender</source>
        <translation>附在这封 Outlook 邮件中的一封邮件已重新写成 .eml：其字节并非发件人发出的原样</translation>
    </message>
</context>
<context>
    <name>message_words</name>
    <message>
        <source>a recovery phrase</source>
        <translation>助记词</translation>
    </message>
    <message>
        <source>a private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>a card number</source>
        <translation>银行卡号</translation>
    </message>
    <message>
        <source>an API secret</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>a password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>It seems to hold {what}. Real support never asks for it.</source>
        <translation>其中似乎含有{what}。真正的客服绝不会索要。</translation>
    </message>
    <message>
        <source>Everybody will read “{what}” there.</source>
        <translation>“{what}”在那里人人可见。</translation>
    </message>
    <message>
        <source>To fill in: {what}</source>
        <translation>待填写：{what}</translation>
    </message>
    <message>
        <source>{what} is no place for a fact.</source>
        <translation>{what} 不是可填写的事实。</translation>
    </message>
    <message>
        <source>These words went out before: an identical message slows the case down.</source>
        <translation>相同的内容已经发送过：重复发送会拖慢处理。</translation>
    </message>
    <message>
        <source>“{what}” slows the case down: say it calmly.</source>
        <translation>“{what}”会拖慢处理：请平和地表达。</translation>
    </message>
    <message>
        <source>“{what}” reads as a threat: name the next step instead.</source>
        <translation>“{what}”读起来像威胁：请改为说明您的下一步。</translation>
    </message>
    <message>
        <source>“{what}” reads as shouting.</source>
        <translation>“{what}”读起来像在吼叫。</translation>
    </message>
    <message>
        <source>More than {what} characters are cut or not read there.</source>
        <translation>超过 {what} 个字符会被截断，或无人阅读。</translation>
    </message>
    <message>
        <source>Something speaks for an impostor here: check the address first.</source>
        <translation>此地址有冒充迹象：请先核实。</translation>
    </message>
    <message>
        <source>In your register of official contacts</source>
        <translation>在您的官方联系方式登记中</translation>
    </message>
    <message>
        <source>Not in your register of official contacts</source>
        <translation>不在您的官方联系方式登记中</translation>
    </message>
    <message>
        <source>where this thread goes</source>
        <translation>本邮件往来的地址</translation>
    </message>
    <message>
        <source>checked on {day}</source>
        <translation>核对于 {day}</translation>
    </message>
    <message>
        <source>send it from {address}, your registered address</source>
        <translation>请用注册邮箱 {address} 发送</translation>
    </message>
    <message>
        <source>look into the spam folder first</source>
        <translation>请先查看垃圾邮件文件夹</translation>
    </message>
</context>
<context>
    <name>nouns</name>
    <message>
        <source>firm</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>exhibit</source>
        <translation>证物</translation>
    </message>
    <message>
        <source>promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>request</source>
        <translation>材料要求</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>kind of firm</source>
        <translation>平台类型</translation>
    </message>
    <message>
        <source>kind of problem</source>
        <translation>问题类型</translation>
    </message>
    <message>
        <source>kind of reference</source>
        <translation>标识类型</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>未兑现</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>对方没有及时答复</translation>
    </message>
    <message>
        <source>it cannot be read as a time stamp</source>
        <translation>答复无法作为时间戳读取</translation>
    </message>
    <message>
        <source>it is too long for a time stamp</source>
        <translation>答复过长，不是时间戳</translation>
    </message>
    <message>
        <source>the service refused to give a time stamp</source>
        <translation>该服务拒绝给出时间戳</translation>
    </message>
    <message>
        <source>it is a time stamp of other bytes</source>
        <translation>这是其他内容的时间戳</translation>
    </message>
    <message>
        <source>it answers another question than the one that was sent</source>
        <translation>答复的不是所发出的请求</translation>
    </message>
    <message>
        <source>it is not signed by exactly one service</source>
        <translation>签名者不是唯一一个服务</translation>
    </message>
    <message>
        <source>its signature is wrong</source>
        <translation>其签名有误</translation>
    </message>
    <message>
        <source>its certificate is not one for time stamps</source>
        <translation>其证书不是用于时间戳的证书</translation>
    </message>
    <message>
        <source>its certificate was not valid at the time that it states</source>
        <translation>其证书在所述时间无效</translation>
    </message>
    <message>
        <source>kind of official contact</source>
        <translation>官方联系方式类型</translation>
    </message>
    <message>
        <source>official contact</source>
        <translation>官方联系方式</translation>
    </message>
    <message>
        <source>anti-phishing code</source>
        <translation>防钓鱼码</translation>
    </message>
    <message>
        <source>DKIM check</source>
        <translation>DKIM 核对</translation>
    </message>
    <message>
        <source>way to a mail server</source>
        <translation>连接邮件服务器的方式</translation>
    </message>
    <message>
        <source>it is not valid yet</source>
        <translation>它尚未生效</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>它已过期</translation>
    </message>
    <message>
        <source>it is signed by itself</source>
        <translation>它是自签名的</translation>
    </message>
    <message>
        <source>this computer does not know who signed it</source>
        <translation>本机不认识它的签发者</translation>
    </message>
    <message>
        <source>it is made out for another server</source>
        <translation>它是签发给另一台服务器的</translation>
    </message>
    <message>
        <source>step of a chat or call</source>
        <translation>聊天或通话的步骤</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>kind of message</source>
        <translation>信件种类</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>way to a firm</source>
        <translation>联系平台的途径</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>信件</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Go to {day}</source>
        <translation>前往 {day}</translation>
    </message>
    <message>
        <source>Search everything for “{words}”</source>
        <translation>在全部内容中搜索“{words}”</translation>
    </message>
</context>
<context>
    <name>part_words</name>
    <message>
        <source>its words are shown</source>
        <translation>已显示其文字</translation>
    </message>
    <message>
        <source>the same words in another form, not shown</source>
        <translation>相同文字的另一种形式，未显示</translation>
    </message>
    <message>
        <source>kept as an exhibit</source>
        <translation>已存为证物</translation>
    </message>
    <message>
        <source>holds the parts below it</source>
        <translation>包含下列各部分</translation>
    </message>
    <message>
        <source>a sealed envelope that was read through; the seal was not checked</source>
        <translation>已读出内容的签名封装；签名未经验证</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>some characters are damaged</source>
        <translation>部分字符已损坏</translation>
    </message>
    <message>
        <source>the character set was guessed from the bytes</source>
        <translation>字符集系根据字节推测</translation>
    </message>
    <message>
        <source>the character set is unknown, the words may be wrong</source>
        <translation>字符集未知，文字可能有误</translation>
    </message>
</context>
<context>
    <name>placing_words</name>
    <message>
        <source>you chose the case</source>
        <translation>由您选定案件</translation>
    </message>
    <message>
        <source>the same thread</source>
        <translation>同一会话</translation>
    </message>
    <message>
        <source>the firm&apos;s ticket number</source>
        <translation>平台的工单号</translation>
    </message>
    <message>
        <source>an order number or TxID of the case</source>
        <translation>案件的订单号或 TxID</translation>
    </message>
    <message>
        <source>the sender</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>the subject and the people, which is a guess</source>
        <translation>主题和往来人员，仅为推测</translation>
    </message>
    <message>
        <source>nothing tells the case</source>
        <translation>无法判断属于哪个案件</translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation>{what}：{value}</translation>
    </message>
</context>
<context>
    <name>provenance</name>
    <message>
        <source>Date header</source>
        <translation>Date 邮件头</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Support desk</source>
        <translation>客服系统</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>purge</name>
    <message>
        <source>A secret that nobody may see</source>
        <translation>不可外泄的机密</translation>
    </message>
    <message>
        <source>Private data that does not belong here</source>
        <translation>不该放在这里的隐私资料</translation>
    </message>
    <message>
        <source>Got in by mistake</source>
        <translation>误录入</translation>
    </message>
    <message>
        <source>Nothing in this casebook or its backups holds it.</source>
        <translation>案件簿及其备份中都没有它。</translation>
    </message>
    <message>
        <source>%n record(s)</source>
        <translation>%n 条记录</translation>
    </message>
    <message>
        <source>%n entry(ies) of the ledger, of which the words go</source>
        <translation>账本中 %n 条的文字</translation>
    </message>
    <message>
        <source>%n file(s) that hold it, erased whole</source>
        <translation>%n 个含有它的文件，整个删除</translation>
    </message>
    <message>
        <source>%n draft(s)</source>
        <translation>%n 份草稿</translation>
    </message>
    <message>
        <source>%n backup(s), rewritten</source>
        <translation>%n 份备份，已重写</translation>
    </message>
    <message>
        <source>%n picture(s) or recording(s) cannot be searched: look at them yourself.</source>
        <translation>有 %n 个图片或录音录像无法搜索：请自行查看。</translation>
    </message>
</context>
<context>
    <name>ready</name>
    <message>
        <source>What they will ask for</source>
        <translation>平台会问的信息</translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Before you write</source>
        <translation>发送之前</translation>
    </message>
    <message>
        <source>Since you wrote</source>
        <translation>发送之后</translation>
    </message>
    <message>
        <source>ticked by you</source>
        <translation>您已勾选</translation>
    </message>
    <message>
        <source>not needed here</source>
        <translation>本案不需要</translation>
    </message>
    <message>
        <source>good to have, where there is one</source>
        <translation>如有则更好</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Edit case…</source>
        <translation>编辑案件…</translation>
    </message>
    <message>
        <source>Edit account…</source>
        <translation>编辑账户…</translation>
    </message>
    <message>
        <source>Add reference…</source>
        <translation>添加标识…</translation>
    </message>
    <message>
        <source>Add transfer…</source>
        <translation>添加转账…</translation>
    </message>
    <message>
        <source>Add exhibit…</source>
        <translation>添加证物…</translation>
    </message>
    <message>
        <source>Help-centre search…</source>
        <translation>帮助中心检索…</translation>
    </message>
    <message>
        <source>Add ticket number…</source>
        <translation>添加工单编号…</translation>
    </message>
    <message>
        <source>Show requests</source>
        <translation>查看材料要求</translation>
    </message>
    <message>
        <source>Official contacts…</source>
        <translation>官方联系方式…</translation>
    </message>
    <message>
        <source>Write to them…</source>
        <translation>写信给平台…</translation>
    </message>
    <message>
        <source>Show the last contact</source>
        <translation>查看最近一次联系</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>主题为空。</translation>
    </message>
    <message>
        <source>It may hold a secret: take it out.</source>
        <translation>可能含有机密信息，请删除。</translation>
    </message>
    <message>
        <source>It does not say what the matter is.</source>
        <translation>没有说明是什么问题。</translation>
    </message>
    <message>
        <source>Capitals and exclamation marks do not make it faster.</source>
        <translation>大写和感叹号不会让处理更快。</translation>
    </message>
    <message>
        <source>It is long: a mail program cuts it off.</source>
        <translation>太长，邮件程序会截断。</translation>
    </message>
    <message>
        <source>It names none of the numbers by which they can find the matter.</source>
        <translation>没有写任何可供对方查找的编号。</translation>
    </message>
    <message>
        <source>so small that its words may not be readable</source>
        <translation>图片过小，文字可能看不清</translation>
    </message>
    <message>
        <source>perhaps blurred: look at it</source>
        <translation>可能模糊，请查看</translation>
    </message>
    <message>
        <source>nearly of one colour: look at it</source>
        <translation>几乎是单一颜色，请查看</translation>
    </message>
    <message>
        <source>cannot be shown as a picture</source>
        <translation>无法作为图片显示</translation>
    </message>
    <message>
        <source>erased for good</source>
        <translation>已永久清除</translation>
    </message>
    <message>
        <source>a recording without recorded consent stays here</source>
        <translation>未记录同意的录音不外发</translation>
    </message>
    <message>
        <source>holds something that must not go out</source>
        <translation>含有不能外发的内容</translation>
    </message>
    <message>
        <source>the same file as one that was redacted</source>
        <translation>与已遮盖的文件相同</translation>
    </message>
    <message>
        <source>{source} Read there on {day}.</source>
        <translation>{source}查阅于 {day}。</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>firm</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>ticket number</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>request</source>
        <translation>材料要求</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>exhibit</source>
        <translation>证物</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>redacted copy</source>
        <translation>遮盖副本</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>卷宗</translation>
    </message>
    <message>
        <source>answer to the gap report</source>
        <translation>对缺漏报告的答复</translation>
    </message>
    <message>
        <source>official contact</source>
        <translation>官方联系方式</translation>
    </message>
    <message>
        <source>way to a firm</source>
        <translation>联系平台的途径</translation>
    </message>
    <message>
        <source>note on a checklist</source>
        <translation>核对清单备注</translation>
    </message>
    <message>
        <source>quoted passage</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>not filed yet</source>
        <translation>尚未归档</translation>
    </message>
    <message>
        <source>found by “{words}”</source>
        <translation>按“{words}”找到</translation>
    </message>
</context>
<context>
    <name>senders</name>
    <message>
        <source>an official contact</source>
        <translation>官方联系方式</translation>
    </message>
    <message>
        <source>an official contact, verified long ago</source>
        <translation>官方联系方式，查证已久</translation>
    </message>
    <message>
        <source>not in the register</source>
        <translation>不在登记中</translation>
    </message>
    <message>
        <source>looks like an official contact and is none</source>
        <translation>仿冒：看似官方联系方式，其实不是</translation>
    </message>
    <message>
        <source>says to be the firm and is no official contact</source>
        <translation>自称该平台，但不是官方联系方式</translation>
    </message>
    <message>
        <source>{value} is an official contact of {firm}, verified by you on {day}</source>
        <translation>{value} 是 {firm} 的官方联系方式，您于 {day} 查证</translation>
    </message>
    <message>
        <source>the domain {value} is an official contact of {firm}, verified by you on {day}</source>
        <translation>域名 {value} 是 {firm} 的官方联系方式，您于 {day} 查证</translation>
    </message>
    <message>
        <source>the handle {value} is an official contact of {firm}, verified by you on {day}</source>
        <translation>账号 {value} 是 {firm} 的官方联系方式，您于 {day} 查证</translation>
    </message>
    <message>
        <source>{value} was verified by you {days} days ago: look it up again</source>
        <translation>{value} 由您在 {days} 天前查证：请重新查证</translation>
    </message>
    <message>
        <source>{value} was an official contact of {firm} and was withdrawn</source>
        <translation>{value} 曾是 {firm} 的官方联系方式，已撤销</translation>
    </message>
    <message>
        <source>it may be {firm}: no official contact of {firm} is in the register yet</source>
        <translation>可能是 {firm}：登记中还没有 {firm} 的官方联系方式</translation>
    </message>
    <message>
        <source>{seen} belongs to {value}, which {firm} uses; this address is not in the register</source>
        <translation>{seen} 属于 {firm} 使用的 {value}；但此地址不在登记中</translation>
    </message>
    <message>
        <source>{seen} looks like {value} ({firm}) and is written with other letters</source>
        <translation>{seen} 看似 {value}（{firm}），却用了别的字母</translation>
    </message>
    <message>
        <source>{seen} differs by a letter or two from {value} ({firm})</source>
        <translation>{seen} 与 {value}（{firm}）只差一两个字母</translation>
    </message>
    <message>
        <source>{seen} has the name of {value} ({firm}) and another ending</source>
        <translation>{seen} 与 {value}（{firm}）同名，后缀不同</translation>
    </message>
    <message>
        <source>{seen} begins like {value} ({firm}) and belongs to somebody else</source>
        <translation>{seen} 开头像 {value}（{firm}），其实属于别人</translation>
    </message>
    <message>
        <source>{seen} has the name of {firm} in it and is not {value}</source>
        <translation>{seen} 带有 {firm} 的名称，但不是 {value}</translation>
    </message>
    <message>
        <source>{seen} mixes letters of several alphabets that look alike</source>
        <translation>{seen} 混用了几种看似相同的字母</translation>
    </message>
    <message>
        <source>the name “{name}” says {firm}, the address {seen} is no official contact of it</source>
        <translation>显示名称“{name}”自称 {firm}，但地址 {seen} 不是它的官方联系方式</translation>
    </message>
    <message>
        <source>the name “{name}” mentions {firm}; {seen} is no official contact of it</source>
        <translation>显示名称“{name}”提到 {firm}；{seen} 不是它的官方联系方式</translation>
    </message>
    <message>
        <source>the name shows the address {value} ({firm}), the mail says it comes from {seen}</source>
        <translation>显示名称写着地址 {value}（{firm}），邮件却来自 {seen}</translation>
    </message>
    <message>
        <source>it says {firm} and comes from {host}, where anybody can have an address</source>
        <translation>自称 {firm}，却来自人人都能注册地址的 {host}</translation>
    </message>
    <message>
        <source>{seen} has the name of {firm} before the @ and is no official contact of it</source>
        <translation>{seen} 在 @ 前带有 {firm} 的名称，但不是它的官方联系方式</translation>
    </message>
    <message>
        <source>{seen} is rented from a help desk or mail service under a name anybody can choose</source>
        <translation>{seen} 租自客服或邮件服务商，名称可由任何人选取</translation>
    </message>
    <message>
        <source>answers would go to {value}, which is no official contact</source>
        <translation>回信会发往 {value}，它不是官方联系方式</translation>
    </message>
    <message>
        <source>answers would go to {value}, which looks like an official contact of {firm}</source>
        <translation>回信会发往 {value}，它仿冒 {firm} 的官方联系方式</translation>
    </message>
    <message>
        <source>you sent this</source>
        <translation>此邮件由您发出</translation>
    </message>
    <message>
        <source>{seen} is in no register: nothing speaks for it and nothing against it</source>
        <translation>{seen} 不在任何登记中：没有支持它的依据，也没有反对它的依据</translation>
    </message>
    <message>
        <source>anybody can write such a From line: only a signature or the server&apos;s word tells more</source>
        <translation>这样的发件人一行谁都能写：只有签名或收件服务器的说法才能说明更多</translation>
    </message>
    <message>
        <source>a link leads to {host}, which looks like {firm} and is not theirs</source>
        <translation>有链接指向 {host}，看似 {firm}，但不属于它</translation>
    </message>
    <message>
        <source>{server} took the mail in and says: {results}; that is its word, nothing checked here</source>
        <translation>{server} 收下了这封邮件并称：{results}；这是它的说法，此处没有核对</translation>
    </message>
    <message>
        <source>a line in the mail says that {server} found {results}; who wrote that line is not known</source>
        <translation>邮件中有一行称 {server} 得出 {results}；不知道这一行是谁写的</translation>
    </message>
    <message>
        <source>{server} took the mail in and says that the sender does not match: {results}</source>
        <translation>{server} 收下了这封邮件，并称发件人不符：{results}</translation>
    </message>
    <message>
        <source>the server that took the mail in left no word on who sent it</source>
        <translation>收下邮件的服务器没有说明是谁发出的</translation>
    </message>
    <message>
        <source>the anti-phishing code of {firm} is in it</source>
        <translation>邮件中有 {firm} 的防钓鱼码</translation>
    </message>
    <message>
        <source>an anti-phishing code of {firm} is in it that was in use until {until} only</source>
        <translation>邮件中的 {firm} 防钓鱼码只使用到 {until}</translation>
    </message>
    <message>
        <source>the anti-phishing code of {firm} is not in it</source>
        <translation>邮件中没有 {firm} 的防钓鱼码</translation>
    </message>
    <message>
        <source>the anti-phishing code of {firm} is not in its words; it may stand in a picture</source>
        <translation>文字中没有 {firm} 的防钓鱼码；它可能在图片里</translation>
    </message>
    <message>
        <source>whether the anti-phishing code of {firm} is in it cannot be told: it is encrypted</source>
        <translation>无法判断是否有 {firm} 的防钓鱼码：邮件已加密</translation>
    </message>
    <message>
        <source>the anti-phishing code of {firm} was set after this was sent</source>
        <translation>{firm} 的防钓鱼码是在这封邮件发出之后才设定的</translation>
    </message>
    <message>
        <source>the anti-phishing code of {firm} is not in the parts that were searched</source>
        <translation>在已查找的部分中没有 {firm} 的防钓鱼码</translation>
    </message>
    <message>
        <source>it carries no DKIM signature</source>
        <translation>没有 DKIM 签名</translation>
    </message>
    <message>
        <source>it carries a DKIM signature of {domain} that was not checked: the key must be fetched first</source>
        <translation>带有 {domain} 的 DKIM 签名，尚未核对：须先取得密钥</translation>
    </message>
    <message>
        <source>{domain} signed these headers and this body: checked with the key that was fetched on {day}</source>
        <translation>{domain} 签署了这些邮件头和正文：用 {day} 取得的密钥核对</translation>
    </message>
    <message>
        <source>the DKIM signature of {domain} does not fit: {detail}</source>
        <translation>{domain} 的 DKIM 签名不符：{detail}</translation>
    </message>
    <message>
        <source>the key of the DKIM signature of {domain} is not to be had: {detail}</source>
        <translation>无法取得 {domain} 的 DKIM 签名密钥：{detail}</translation>
    </message>
    <message>
        <source>it carried no DKIM signature when it was checked on {day}</source>
        <translation>{day} 核对时没有 DKIM 签名</translation>
    </message>
    <message>
        <source>the DKIM signature of {domain} cannot be checked: {detail}</source>
        <translation>{domain} 的 DKIM 签名无法核对：{detail}</translation>
    </message>
    <message>
        <source>of that signature: {detail}</source>
        <translation>关于该签名：{detail}</translation>
    </message>
    <message>
        <source>that signature is of {domain}, not of {host}: it says nothing about the address of the sender</source>
        <translation>该签名属于 {domain}，不属于 {host}：对发件人地址没有任何说明</translation>
    </message>
    <message>
        <source>with the stored key the signature of {domain} now comes to &apos;{result}&apos;: something has changed</source>
        <translation>用所存密钥核对，{domain} 的签名现在得出“{result}”：有内容发生了变化</translation>
    </message>
    <message>
        <source>a signature tells which domain sent it, not which person wrote it</source>
        <translation>签名表明由哪个域名发出，不表明是谁所写</translation>
    </message>
    <message>
        <source>it is kept as an Outlook file, which is not the message as it was sent: nothing to check in it</source>
        <translation>它以 Outlook 文件保存，并非发送时的原始邮件：其中无可核对</translation>
    </message>
    <message>
        <source>the message itself cannot be read: {reason}</source>
        <translation>无法读取邮件本身：{reason}</translation>
    </message>
    <message>
        <source>mail address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>domain of mail addresses</source>
        <translation>邮箱地址的域名</translation>
    </message>
    <message>
        <source>handle</source>
        <translation>社交账号</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>web site</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>the signature is not written as the standard asks</source>
        <translation>签名的写法不合标准</translation>
    </message>
    <message>
        <source>the signature cannot be checked: {reason}</source>
        <translation>签名无法核对：{reason}</translation>
    </message>
    <message>
        <source>the signature names no domain that could be asked</source>
        <translation>签名没有写明可供查询的域名</translation>
    </message>
    <message>
        <source>there is no key</source>
        <translation>没有密钥</translation>
    </message>
    <message>
        <source>what is kept at that name is no key</source>
        <translation>该名称下存放的不是密钥</translation>
    </message>
    <message>
        <source>the key was taken back by the domain</source>
        <translation>该域名已撤回密钥</translation>
    </message>
    <message>
        <source>the name server has no key there (any more)</source>
        <translation>域名服务器（已）没有该密钥</translation>
    </message>
    <message>
        <source>the message cannot be read as the standard asks</source>
        <translation>邮件无法按标准读取</translation>
    </message>
    <message>
        <source>the body is not the one that was signed</source>
        <translation>正文不是签名时的正文</translation>
    </message>
    <message>
        <source>the headers are not the ones that were signed, or the key is another</source>
        <translation>邮件头不是签名时的邮件头，或者密钥已不同</translation>
    </message>
    <message>
        <source>only the first {count} characters of the body are signed</source>
        <translation>仅正文的前 {count} 个字符被签名</translation>
    </message>
    <message>
        <source>the From line is not signed</source>
        <translation>发件人一行没有被签名</translation>
    </message>
    <message>
        <source>the subject is not signed</source>
        <translation>主题没有被签名</translation>
    </message>
    <message>
        <source>signed with SHA-1, which no longer counts as safe</source>
        <translation>使用 SHA-1 签名，已不再被视为安全</translation>
    </message>
    <message>
        <source>the signature says of itself that it is valid until {time} UTC</source>
        <translation>签名自称有效期至 {time} UTC</translation>
    </message>
</context>
<context>
    <name>sidebar</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Waiting on them</source>
        <translation>等待对方</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Firms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>soon_words</name>
    <message>
        <source>In 1 hour</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>This evening</source>
        <translation>今晚</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Next business day</source>
        <translation>下一个工作日</translation>
    </message>
    <message>
        <source>In 48 hours</source>
        <translation>48 小时后</translation>
    </message>
</context>
<context>
    <name>talk_words</name>
    <message>
        <source>Waited</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Talked</source>
        <translation>沟通</translation>
    </message>
    <message>
        <source>Written to</source>
        <translation>发往</translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation>发自</translation>
    </message>
    <message>
        <source>Category chosen</source>
        <translation>所选类别</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Badge seen</source>
        <translation>所见认证标志</translation>
    </message>
    <message>
        <source>Read receipt</source>
        <translation>已读回执</translation>
    </message>
    <message>
        <source>Recorded by you</source>
        <translation>您是否录音</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>同意情况</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>是否复述</translation>
    </message>
    <message>
        <source>Went with it</source>
        <translation>随附证物</translation>
    </message>
    <message>
        <source>Told to do</source>
        <translation>对方要求</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>核对于</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Did it help</source>
        <translation>是否有帮助</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>等待应答</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>沟通中</translation>
    </message>
    <message>
        <source>Read your summary back to them before you hang up.</source>
        <translation>挂断之前，请向对方复述要点。</translation>
    </message>
    <message>
        <source>Have case number, TxID and order number ready.</source>
        <translation>请准备好案件编号、TxID 和订单号。</translation>
    </message>
    <message>
        <source>Save the transcript before you close the chat window.</source>
        <translation>关闭聊天窗口之前，请保存聊天记录。</translation>
    </message>
    <message>
        <source>Do not close the chat window: you would lose your place in the queue.</source>
        <translation>请勿关闭聊天窗口：否则您会失去排队位置。</translation>
    </message>
    <message>
        <source>began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>somebody answered</source>
        <translation>有人应答</translation>
    </message>
    <message>
        <source>waiting again</source>
        <translation>再次等待</translation>
    </message>
    <message>
        <source>handed on to another agent</source>
        <translation>转接给另一位客服</translation>
    </message>
    <message>
        <source>they asked for a password, key or recovery phrase</source>
        <translation>对方索要密码、私钥或助记词</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>{agent} answered</source>
        <translation>{agent} 应答</translation>
    </message>
    <message>
        <source>Number called</source>
        <translation>拨打的号码</translation>
    </message>
    <message>
        <source>Their handle</source>
        <translation>对方账号</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>语音菜单</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>waited {length}</source>
        <translation>等待 {length}</translation>
    </message>
    <message>
        <source>recorded, no consent known</source>
        <translation>已录音，未知是否获同意</translation>
    </message>
    <message>
        <source>Record a call only if those heard agree or are told: elsewhere it can be an offence. Without either it stays out of every dossier. This is no legal advice.</source>
        <translation>请仅在对方同意或已被告知时录音：否则在一些地方可能违法。两者皆无的录音不会进入任何卷宗。此处并非法律意见。</translation>
    </message>
    <message>
        <source>Real support never asks for a password, a private key or a recovery phrase: the request itself is a sign of a cheat. Give nothing, keep a screenshot, and ask again through the contact on the official site.</source>
        <translation>真正的客服绝不会索要密码、私钥或助记词：提出这种要求本身就是骗局的迹象。请勿提供任何信息，保留截图，并通过官方网站上的联系方式重新询问。</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>help centre</source>
        <translation>帮助中心</translation>
    </message>
    <message>
        <source>live chat</source>
        <translation>在线客服</translation>
    </message>
    <message>
        <source>email</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>ticket or web form</source>
        <translation>工单或网页表单</translation>
    </message>
    <message>
        <source>social media</source>
        <translation>社交媒体</translation>
    </message>
    <message>
        <source>forum</source>
        <translation>论坛</translation>
    </message>
    <message>
        <source>VIP desk</source>
        <translation>VIP 专线</translation>
    </message>
    <message>
        <source>in-app message</source>
        <translation>应用内消息</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>other channel</source>
        <translation>其他渠道</translation>
    </message>
    <message>
        <source>from them</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>from me</source>
        <translation>我方</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>双方</translation>
    </message>
    <message>
        <source>exchange</source>
        <translation>交易所</translation>
    </message>
    <message>
        <source>broker</source>
        <translation>券商</translation>
    </message>
    <message>
        <source>wallet</source>
        <translation>钱包</translation>
    </message>
    <message>
        <source>payment provider</source>
        <translation>支付机构</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>regulator</source>
        <translation>监管机构</translation>
    </message>
    <message>
        <source>ombudsman</source>
        <translation>申诉专员</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>account security</source>
        <translation>账户安全</translation>
    </message>
    <message>
        <source>trade or order</source>
        <translation>交易或订单</translation>
    </message>
    <message>
        <source>deposit</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>withdrawal</source>
        <translation>提币</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>identity check (KYC)</source>
        <translation>身份认证 (KYC)</translation>
    </message>
    <message>
        <source>account frozen or restricted</source>
        <translation>账户冻结或受限</translation>
    </message>
    <message>
        <source>fees</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>product or promotion</source>
        <translation>产品或活动</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>其他问题</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>TxID</source>
        <translation>TxID</translation>
    </message>
    <message>
        <source>wallet address</source>
        <translation>钱包地址</translation>
    </message>
    <message>
        <source>trading pair</source>
        <translation>交易对</translation>
    </message>
    <message>
        <source>error code</source>
        <translation>错误代码</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>other reference</source>
        <translation>其他标识</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待兑现</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>未兑现</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>结果不明</translation>
    </message>
    <message>
        <source>not supplied yet</source>
        <translation>尚未提供</translation>
    </message>
    <message>
        <source>supplied</source>
        <translation>已提供</translation>
    </message>
    <message>
        <source>running</source>
        <translation>计时中</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>first message</source>
        <translation>首次联系</translation>
    </message>
    <message>
        <source>nudge</source>
        <translation>催问</translation>
    </message>
    <message>
        <source>second sending</source>
        <translation>再次发送</translation>
    </message>
    <message>
        <source>broken promise</source>
        <translation>承诺未兑现</translation>
    </message>
    <message>
        <source>what they asked for</source>
        <translation>对方要求的材料</translation>
    </message>
    <message>
        <source>summary of a call</source>
        <translation>通话纪要</translation>
    </message>
    <message>
        <source>formal complaint</source>
        <translation>正式投诉</translation>
    </message>
    <message>
        <source>data access request</source>
        <translation>个人数据查阅请求</translation>
    </message>
    <message>
        <source>request for the transcript</source>
        <translation>索取聊天记录</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>升级投诉</translation>
    </message>
    <message>
        <source>auto-reply</source>
        <translation>自动回复</translation>
    </message>
    <message>
        <source>could not be delivered</source>
        <translation>无法送达</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>dropped in</source>
        <translation>拖入</translation>
    </message>
    <message>
        <source>chosen file</source>
        <translation>选择的文件</translation>
    </message>
    <message>
        <source>attached to a mail</source>
        <translation>邮件附件</translation>
    </message>
    <message>
        <source>from a chat export</source>
        <translation>来自聊天记录导出</translation>
    </message>
    <message>
        <source>made here</source>
        <translation>在此制作</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>they agreed</source>
        <translation>对方已同意</translation>
    </message>
    <message>
        <source>they were told</source>
        <translation>已告知对方</translation>
    </message>
    <message>
        <source>without consent</source>
        <translation>未经同意</translation>
    </message>
    <message>
        <source>trade</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>principal</source>
        <translation>本金</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>interest</source>
        <translation>利息</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>from the mail&apos;s Date header</source>
        <translation>来自邮件的 Date 头</translation>
    </message>
    <message>
        <source>from the mail&apos;s Received header</source>
        <translation>来自邮件的 Received 头</translation>
    </message>
    <message>
        <source>from the exported chat</source>
        <translation>依据导出的聊天记录</translation>
    </message>
    <message>
        <source>from a screenshot</source>
        <translation>来自截图</translation>
    </message>
    <message>
        <source>from this computer&apos;s clock</source>
        <translation>来自本机时钟</translation>
    </message>
    <message>
        <source>from memory</source>
        <translation>凭记忆</translation>
    </message>
    <message>
        <source>not known how</source>
        <translation>来源不明</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>about</source>
        <translation>大约</translation>
    </message>
    <message>
        <source>date only</source>
        <translation>仅日期</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>The system refused: {reason}.</source>
        <translation>系统拒绝了操作：{reason}。</translation>
    </message>
    <message>
        <source>The system refused {where}: {reason}.</source>
        <translation>系统拒绝了对 {where} 的操作：{reason}。</translation>
    </message>
    <message>
        <source>Casebook made a mistake ({kind}: {words}).</source>
        <translation>Casebook 出错了（{kind}：{words}）。</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>dddd d MMMM</source>
        <comment>Qt date format</comment>
        <translation>M 月 d 日 dddd</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>Qt date format</comment>
        <translation>yyyy 年 M 月 d 日 dddd</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>Qt date format</comment>
        <translation>M 月 d 日 ddd</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>Qt date format</comment>
        <translation>yyyy 年 M 月 d 日 ddd</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>Qt date format</comment>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>大约 {time}</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>waiting {span}</source>
        <translation>已等 {span}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>{span}前</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>due tomorrow</source>
        <translation>明天到期</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>{date} 到期</translation>
    </message>
    <message>
        <source>about {n} s left</source>
        <translation>还需约 {n} 秒</translation>
    </message>
    <message>
        <source>about {span} left</source>
        <translation>还需约 {span}</translation>
    </message>
</context>
</TS>
