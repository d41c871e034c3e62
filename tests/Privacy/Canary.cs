using System.Text.Json;
using Bot.Answers;
using Bot.Answers.Library;
using Bot.Answers.Library.Checks;
using Bot.Channels.ChatRecord;
using Bot.Console.Day;
using Bot.Console.Work;
using Bot.Messaging;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Bot.Messaging.Pictures;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Review;
using Bot.Triage.SecondOpinion;
using Knowledge;
using Tests.Support;

namespace Tests.Privacy;

/// <summary>A person who said something everywhere that words are kept, and the words, which stand nowhere else.</summary>
internal static class Canary
{
    public const string Name = "9-9-909金丝雀";
    public const string Words = "厨房水管漏水三天了还没人来看，我妈腿脚不好";
    public const string Copied = "水管漏水三天了还没人来";
    public const string Other = "9-9-910邻居";
    public const string OtherWords = "我们家阳台也渗水，墙皮都掉了";
    public const string Answer = "标准答复/问";
    public const string AnswerWords = "渗水请先拍照，维修师傅两天内上门";
    public const string Home = "9号楼9单元909室";
    public const string Channel = "stub";
    public const string Group = "春和苑一网格群";

    /// <summary>A ticket with everything that may stand around it.</summary>
    public static void Seed(BotDbContext db, int number, TicketState state, DateTimeOffset at, string picture)
    {
        Message message = Heard($"m{number}", Name, Words, at, images: picture);
        Message other = Heard($"o{number}", Other, OtherWords, at);
        Message quoting = Heard($"q{number}", Other, $"{Name}：{Copied}\n我也是", at);
        Message bot = Heard($"alert:{number}", "网格小助手", $"⚠️9号楼：“{Copied}…”", at);
        (bot.Role, bot.State, bot.Conversation) = (SenderRole.Bot, MessageState.Ignored, "私信:陈秀兰");
        db.AddRange(message, other, quoting, bot);
        db.SaveChanges();
        db.Add(new MessageDecision { MessageSeq = message.Seq, Ticket = number, Kind = Kind.Issue, Reason = "报修", Engine = "test", Reply = $"@{Name} 记下了", DecidedAt = at });
        db.Add(new MessageDecision { MessageSeq = other.Seq, Ticket = number, Location = Home, NeedsReview = true, Kind = Kind.Issue, Reason = "报修", Engine = "test", DecidedAt = at });
        db.Add(new AskedOpinion { MessageSeq = message.Seq, Reason = $"模型说：{Copied}", NotedAt = at });
        db.Add(new MessageCorrection { MessageSeq = message.Seq, Group = Group, Sender = Name, Text = Words, By = "陈秀兰", At = at });
        db.Add(new Correction
        {
            Ticket = number,
            Group = Group,
            Sender = Other,
            Text = $"{OtherWords}\n{Words}",
            Before = MatterLabels.NoMatter,
            After = MatterLabels.NoMatter,
            By = "陈秀兰",
            At = at,
        });
        db.Add(Ticket(number, state, at, picture));
        db.Add(new Alert { Id = number, Ticket = number, Group = Group, Text = $"9号楼漏水：“{Copied}…”", RaisedAt = at, AcknowledgedBy = "陈秀兰", AcknowledgedAt = at });
        db.AddRange(
            Said($"reply:{number}", Group, $"@{Name} 记下了：9号楼漏水（{number}号）", number, at, $"m{number}"),
            Said($"alert:{number}", "私信:陈秀兰", $"⚠️9号楼：“{Copied}…”", number, at),
            Said($"line:{number}", PrivateLine.To(Name), "您的事办好了", null, at),
            Said($"draft:{number}", Group, $"@{Name} 好的", null, at, $"m{number}"));
        SeedQuestions(db, number, at);
        SeedKept(db, number, at);
        db.Add(new OutboxMessage
        {
            Key = $"owner:{number}:stub:陈秀兰",
            Channel = Channel,
            Conversation = "私信:陈秀兰",
            Text = $"{number}号：{Name}说“{Copied}”",
            Ticket = number,
            State = OutboxState.Draft,
            CreatedAt = at,
            NextAttemptAt = at,
        });
        db.Add(new Picture { Name = picture, Channel = Channel, Conversation = Group, MessageId = $"m{number}", State = PictureState.Kept, HeardAt = at });
        db.Add(new ShiftNote { From = "陈秀兰", To = "何建国", At = at, Words = $"{Name}说{Copied}，请盯一下" });
    }

    private static void SeedQuestions(BotDbContext db, int number, DateTimeOffset at)
    {
        db.Add(new AskedQuestion
        {
            Question = Words,
            Asker = Name,
            Group = Group,
            Channel = Channel,
            Conversation = Group,
            MessageId = $"m{number}",
            AskedAt = at,
            Reply = $"@{Name} 没查到",
            HandOff = number,
        });
        db.Add(new HandOff
        {
            Number = number,
            Matter = number,
            Question = Words,
            Added = Words,
            Asker = Name,
            Group = Group,
            Channel = Channel,
            Conversation = Group,
            MessageId = $"m{number}",
            AskedAt = at,
            State = HandOffState.Answered,
            Answer = "明天来修",
            AnsweredBy = "陈秀兰",
            AnsweredAt = at,
            KeptAs = $"{Answer}{number}号",
        });
    }

    // an answer that was kept of their question, with what was asked of the knowledge base because of it
    private static void SeedKept(BotDbContext db, int number, DateTimeOffset at)
    {
        ShelfDocument kept = ShelfDocument.Of(
            new Document($"{Answer}{number}号", new DocumentHeader(Words), $"<!-- 也这样问：{Words}｜{OtherWords} -->\n{AnswerWords}\n"), ShelfOrigin.Answer, ShelfState.Active, "陈秀兰", at);
        db.Add(kept);
        db.Add(new CheckQuestion { Question = Words, Document = kept.Name, AddedAt = at, AddedBy = "陈秀兰" });
        QuestionRun run = new() { Kind = RunKind.One, State = RunState.Done, StartedAt = at, StartedBy = "陈秀兰", Title = Words };
        db.Add(run);
        db.SaveChanges();
        db.Add(new RunRow { Run = run.Id, Question = Words, Document = kept.Name, Answer = AnswerWords });
        db.Add(new AskedQuestion
        {
            Question = "墙皮怎么办",
            Asker = Other,
            Group = Group,
            Channel = Channel,
            Conversation = Group,
            MessageId = $"o{number}",
            AskedAt = at,
            Answered = true,
            Document = kept.Name,
            Title = Words,
            Reply = $"@{Other} {AnswerWords}（{Words}）",
        });
        db.Add(new PastedRecord
        {
            Group = Group,
            By = "陈秀兰",
            PastedAt = at,
            Lines = JsonSerializer.Serialize(new[] { new { Number = 1, LastNumber = 1, Sender = Name, Text = Words, Kind = 0 } }),
            Roles = JsonSerializer.Serialize(new Dictionary<string, SenderRole> { [Name] = SenderRole.Resident }),
        });
        db.Add(new SavedFilter { Person = "陈秀兰", Name = "漏水", Query = $"?q={Uri.EscapeDataString(Name)}" });
    }

    /// <summary>What somebody said in the group.</summary>
    public static Message Heard(string id, string sender, string text, DateTimeOffset at, string channel = Channel, params string[] images) => new()
    {
        Channel = channel,
        Conversation = Group,
        MessageId = id,
        Sender = sender,
        Role = SenderRole.Resident,
        Text = text,
        Images = images,
        Time = at,
        State = MessageState.Decided,
    };

    /// <summary>How a channel knows them.</summary>
    public static void SeedKnown(BotDbContext db, DateTimeOffset at)
    {
        db.Add(new Member { Channel = Channel, ExternalId = "u-canary", Name = Name, FirstHeardAt = at });
        db.Add(new ConversationReference { Channel = Channel, ExternalId = "c-canary", Name = "私信:金丝雀一号（未核对）", Member = "u-canary", FirstHeardAt = at });
        db.Add(Said("own", "私信:金丝雀一号（未核对）", $"您说的“{Copied}”办好了", null, at));
    }

    private static Ticket Ticket(int number, TicketState state, DateTimeOffset at, string picture)
    {
        Ticket ticket = new()
        {
            Number = number,
            State = state,
            Topic = "漏水",
            Matter = "水管漏水",
            Location = Home,
            Left = Words,
            Group = Group,
            OpenedAt = at,
            DueAt = at,
            FirstDueAt = at,
            PromisedAt = at,
            ClosedAt = state == TicketState.Closed ? at : null,
            VerifiedBy = Name,
            ClaimedBy = Name,
        };
        ticket.Reports.Add(Report($"m{number}", Name, Words, at, picture));
        ticket.Reports.Add(Report($"o{number}", Other, OtherWords, at));
        ticket.History.Add(new TicketEvent { At = at, Kind = TicketEventKind.SaidNotDone, By = Name, Note = Words, State = state, Version = 1 });
        ticket.History.Add(new TicketEvent { At = at, Kind = TicketEventKind.Noted, By = "陈秀兰", Note = $"给{Name}打过电话，他说{Copied}", State = state, Version = 2 });
        ticket.Ratings.Add(new TicketRating { By = Name, Rating = Rating.Unsatisfied, Reason = Words, At = at });
        return ticket;
    }

    private static TicketReport Report(string id, string sender, string text, DateTimeOffset at, params string[] images) => new()
    {
        Group = Group,
        Channel = Channel,
        Conversation = Group,
        MessageId = id,
        Sender = sender,
        Text = text,
        Images = images,
        Time = at,
        Phone = "13800001111",
    };

    private static OutboxMessage Said(string key, string conversation, string text, int? ticket, DateTimeOffset at, string? replyTo = null) => new()
    {
        Key = key,
        Channel = Channel,
        Conversation = conversation,
        Text = text,
        Ticket = ticket,
        ReplyTo = replyTo,
        State = OutboxState.Sent,
        CreatedAt = at,
        NextAttemptAt = at,
        SentAt = at,
    };

    /// <summary>Files of the data folder that hold the words, besides backups and what comes with the program.</summary>
    public static IReadOnlyList<string> Find(string folder, string words) => FolderSearch.Find(folder, words, "backups", "models");
}
