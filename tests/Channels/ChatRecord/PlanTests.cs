using System.Globalization;
using Bot.Channels.ChatRecord;
using Bot.Channels.ChatRecord.Reading;
using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Privacy;

namespace Tests.Channels.ChatRecord;

/// <summary>Whatever part of a chat is pasted in whatever form: each message is taken in once.</summary>
public sealed class PlanTests
{
    private const int Chats = 400;

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly string[] People = ["3-1-502王姐", "物业小李", "5幢老赵头", "小周", "陈网格长", "🌸阿芳🌸"];
    private static readonly string[] Words = ["电梯又坏了", "收到", "谢谢", "早上好", "[图片]", "楼道灯不亮\n没人修", "垃圾没清", "是的", "几点来水", "停水时间 8:30"];
    private static readonly string[] Forms = ["copied", "minutes", "seconds", "chinese", "exported", "brackets", "json"];

    private sealed record Said(string Sender, string Text, DateTime Time);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pasted_again_with_more_brings_only_what_is_new(bool timed)
    {
        Random random = new(20261121);
        for (int n = 0; n < Chats; n++)
        {
            Said[] chat = Chat(random, random.Next(12, 60));
            int first = random.Next(5, chat.Length - 5);
            List<KnownMessage> known = [];
            Take(chat[..first], Form()).ShouldBe(first, "all of it is new");
            Take(chat[..first], Form()).ShouldBe(0, "the same again");
            Take(chat[..(first + 2)], Form()).ShouldBe(2, "two more at the end");
            Take(chat[(first - 4)..(first + 3)], Form()).ShouldBe(1, "the end of it and one more");
            Take(chat, Form()).ShouldBe(chat.Length - first - 3, "everything");
            Take(chat, Form()).ShouldBe(0, "everything again");

            string Form() => timed ? Forms[random.Next(1, Forms.Length)] : Forms[0];

            int Take(Said[] part, string form)
            {
                RecordPlan plan = Plan(string.Concat(part.Select(said => Write(said, form))), known);
                plan.Count(LineKind.Unreadable).ShouldBe(0);
                PlannedLine[] fresh = [.. plan.Lines.Where(line => line.Fate == LineFate.New)];
                known.AddRange(fresh.Select(line => new KnownMessage(line.MessageId!, line.Line.Sender, Bare.Of(line.Text), line.Time!.Value, Recorded: true)));
                known = [.. known.OrderBy(message => message.Time)];
                return fresh.Length;
            }
        }
    }

    [Fact]
    public void An_answer_is_linked_to_what_it_quotes_or_keeps_the_quote()
    {
        RecordPlan plan = Plan("王姐:\n电梯又坏了\n\n小陈:\n「王姐：电梯又坏了」\n- - - - - - -\n是的\n\n老赵:\n「李四：去年的事」\n- - - - - - -\n还没好\n\n", []);
        plan.Lines[1].ReplyTo.ShouldBe(plan.Lines[0].MessageId);
        plan.Lines[1].Text.ShouldBe("是的");
        plan.Lines[2].ReplyTo.ShouldBeNull();
        plan.Lines[2].Text.ShouldStartWith("「李四：去年的事」");
    }

    [Fact]
    public void What_a_channel_heard_is_not_taken_in_again()
    {
        KnownMessage heard = new("w1", "王姐", "电梯又坏了", Now.AddMinutes(-29).AddSeconds(20), Recorded: false);
        Plan("王姐 8:30\n电梯又坏了\n\n小陈 8:31\n是的\n", [heard]).Lines.Select(line => line.Fate).ShouldBe([LineFate.Known, LineFate.New]);
    }

    [Fact]
    public void No_message_lies_in_the_future()
    {
        RecordPlan plan = Plan("王姐 2026/11/22 8:30\n早\n\n王姐 2026/11/22 8:31\n早\n", []);
        plan.Lines.ShouldAllBe(line => line.Time <= Now);
        plan.Count(LineFate.New).ShouldBe(2);
    }

    [Fact]
    public void What_is_older_than_words_are_kept_is_not_taken_in()
    {
        DateTimeOffset oldest = Now.AddDays(-180);
        string text = "老赵 2026/5/24 9:00\n不要记录我\n\n王姐 2026/5/24 9:01\n灯坏了\n\n小周 2026/5/26 9:00\n还没修\n\n老赵 2026/5/26 9:01\n我也催过\n";
        KnownMessage open = new(Plan(text, []).Lines[1].MessageId!, "王姐", "灯坏了", oldest.AddDays(-1), Recorded: true);
        Plan(text, [], oldest).Lines.Select(line => line.Fate).ShouldBe([LineFate.TooOld, LineFate.TooOld, LineFate.New, LineFate.Unrecorded]);
        Plan(text, [open], oldest).Lines[1].Fate.ShouldBe(LineFate.Known, "what an open ticket keeps is known still");
        Plan(text, [], oldest).Lines.ShouldAllBe(line => line.Wish == Wish.None, "a wish of long ago is not answered again");
    }

    [Fact]
    public void What_was_allowed_long_ago_does_not_undo_what_was_wished_since()
    {
        string text = "老赵 2026/5/24 9:00\n可以记录我\n\n老赵 2026/5/26 9:01\n我也催过\n";
        KnownGroup wished = new([], []) { Unrecorded = new HashSet<string> { "老赵" }, KeysOf = sender => [sender] };
        Plan(text, wished, Now.AddDays(-180)).Lines.Select(line => line.Fate).ShouldBe([LineFate.TooOld, LineFate.Unrecorded]);
        Plan(text, KnownGroup.Nothing, Now.AddDays(-180)).Lines.Select(line => line.Fate).ShouldBe([LineFate.TooOld, LineFate.New]);
    }

    [Theory]
    [InlineData("陈秀兰", SenderRole.Grid)]
    [InlineData("陈网格长", SenderRole.Grid)]
    [InlineData("春和苑-陈秀兰", SenderRole.Grid)]
    [InlineData("网格员小王", SenderRole.Grid)]
    [InlineData("物业小李", SenderRole.Property)]
    [InlineData("A物业客服", SenderRole.Property)]
    [InlineData("物业费太贵了", SenderRole.Resident)]
    [InlineData("社区李老师", SenderRole.Staff)]
    [InlineData("网格小助手", SenderRole.Bot)]
    [InlineData("3-1-502王姐", SenderRole.Resident)]
    public void Who_somebody_is_likely_to_be(string sender, SenderRole role) => SenderGuess.Of(sender, new CommunityDirectory
    {
        People = [new Person("陈秀兰") { Role = PersonRoles.Grid, Title = "陈网格长" }, new Person("3-1-502王姐")],
    }).ShouldBe(role);

    private static RecordPlan Plan(string text, List<KnownMessage> known, DateTimeOffset? oldest = null) => Plan(text, new KnownGroup(known, []), oldest);

    private static RecordPlan Plan(string text, KnownGroup known, DateTimeOffset? oldest)
    {
        PastedRecord record = new() { Id = known.Messages.Count + 1, Group = "一群", By = "陈秀兰", Lines = StoredLines.Write(RecordReader.Read(text, new DateOnly(2026, 11, 21)).Lines) };
        return RecordPlan.Of(record, new CommunityDirectory(), known, CommunityClock.China, Now, oldest);
    }

    private static Said[] Chat(Random random, int length)
    {
        DateTime time = new(2026, 11, 21, 5, 0, 0);
        Said[] chat = new Said[length];
        for (int i = 0; i < length; i++)
        {
            time = time.AddSeconds(random.Next(1, 200));
            string text = Words[random.Next(Words.Length)];
            chat[i] = new Said(People[random.Next(People.Length)], random.Next(3) == 0 ? text : $"{text}{random.Next(100)}", time);
        }
        return chat;
    }

    private static string Write(Said said, string form) => form switch
    {
        "copied" => $"{said.Sender}:\n{said.Text}\n\n",
        "minutes" => string.Create(CultureInfo.InvariantCulture, $"{said.Sender} {said.Time:yyyy/MM/dd HH:mm}\r\n{said.Text}\r\n\r\n"),
        "seconds" => $"{said.Sender} {said.Time:HH:mm:ss}\n{said.Text}\n\n",
        "chinese" => $"{said.Sender}　 11月21日 上午{said.Time.Hour}：{said.Time:mm}\n{said.Text}\n\n",
        "exported" => $"{said.Time:yyyy-MM-dd HH:mm:ss} '{said.Sender}'\n{said.Text}\n\n",
        "brackets" => $"[{said.Time:yyyy-MM-dd HH:mm}] {said.Sender}: {said.Text}\n",
        _ => System.Text.Json.JsonSerializer.Serialize(new { id = $"{said.Time:o}", group = "一群", time = $"{said.Time:s}", sender = said.Sender, text = said.Text }) + "\n",
    };
}
