using System.Net;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Classifier;
using Bot.Triage.Learning;
using Tests.Support;

namespace Tests.Console;

/// <summary>What people set right becomes labelled examples: with the right labels, the latest only, and none when taken back.</summary>
public sealed class ExampleTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private const string List = "/console/learning/examples";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_latest_correction_of_a_message_counts()
    {
        long seq = await rig.WonderAsync("谁家有旧衣服要卖吗一");
        await KindAsync(seq, Kind.Issue);
        await KindAsync(seq, Kind.Ad);

        Example example = await FindAsync("谁家有旧衣服要卖吗一");

        (example.BeforeKind, example.Kind, example.By, example.How).ShouldBe((Kind.Chat, Kind.Ad, ConsoleRig.Lead, "纠正"));
        CorpusRow row = example.ToRow();
        (row.Kind, row.Intent, row.Category, row.Topic, row.Urgency).ShouldBe((Kind.Ad, Intent.None, null, null, null));
    }

    [Fact]
    public async Task What_is_called_a_matter_waits_to_be_opened()
    {
        long seq = await rig.WonderAsync("这个坑把我轮子都崴了");
        await KindAsync(seq, Kind.Chat);
        (await rig.Worker.GetTextAsync("/console/review")).ShouldNotContain("这个坑把我轮子都崴了");
        await KindAsync(seq, Kind.Issue);
        (await rig.Worker.GetTextAsync("/console/review")).ShouldContain("这个坑把我轮子都崴了");
    }

    [Fact]
    public async Task A_correction_taken_back_teaches_nothing()
    {
        long seq = await rig.WonderAsync("谁家有旧衣服要卖吗二");
        await KindAsync(seq, Kind.Ad);
        string toast = await rig.Worker.GetTextAsync("/console/messages");
        toast.ShouldContain($"/console/messages/{seq}/kind/undo");

        await rig.Worker.PostFormAsync("/console/messages", $"/console/messages/{seq}/kind/undo", ("back", "/console/messages"));

        (await AllAsync()).ShouldNotContain(example => example.Text.EndsWith("要卖吗二"));
        MessageDecision decision = await rig.ReadAsync(db => db.FindAsync<MessageDecision>(seq).AsTask())! ?? throw new InvalidOperationException();
        (decision.Kind, decision.NeedsReview, decision.ReviewedBy).ShouldBe((Kind.Chat, true, null));
    }

    [Fact]
    public async Task What_came_back_to_where_it_began_teaches_nothing()
    {
        long seq = await rig.WonderAsync("谁家有旧衣服要卖吗三");
        await KindAsync(seq, Kind.Ad);
        await KindAsync(seq, Kind.Chat);
        (await AllAsync()).ShouldNotContain(example => example.Text.EndsWith("要卖吗三"));
    }

    [Fact]
    public async Task No_matter_is_an_example_of_chat_and_can_be_taken_back()
    {
        long seq = await rig.WonderAsync("今天的晚霞真不错");
        await rig.Worker.PostFormAsync("/console", $"/console/messages/{seq}/reject", ("back", "/console/review"));
        Example example = await FindAsync("今天的晚霞真不错");
        (example.Kind, example.How).ShouldBe((Kind.Chat, "不是诉求"));

        await rig.Worker.PostFormAsync("/console", $"/console/messages/{seq}/kind/undo", ("back", "/console/review"));

        (await rig.Worker.GetTextAsync("/console/review")).ShouldContain("今天的晚霞真不错");
        (await AllAsync()).ShouldNotContain(one => one.Text == "今天的晚霞真不错");
    }

    [Fact]
    public async Task A_message_that_became_a_ticket_is_an_example_with_the_ticket_s_labels()
    {
        long seq = await rig.WonderAsync("半夜里水泵嗡嗡的");
        await rig.Worker.PostFormAsync(
            $"/console/messages/{seq}/correct", $"/console/messages/{seq}/correct",
            ("version", "0"), ("matter", "水泵响"), ("category", "生活便民"), ("topic", "噪声"), ("location", "2号楼"), ("urgency", "high"), ("back", "/console/review"));

        CorpusRow row = (await FindAsync("半夜里水泵嗡嗡的")).ToRow();

        (row.Kind, row.Intent, row.Category, row.Topic, row.Urgency, row.Location)
            .ShouldBe((Kind.Issue, Intent.Report, Category.Living, "噪声", Urgency.High, "2号楼"));
        await rig.Worker.PostFormAsync("/console", $"/console/messages/{seq}/kind/undo", ("back", "/console/review"));
        (await rig.Worker.GetTextAsync("/console/review")).ShouldContain("已经立件或并入");
    }

    [Fact]
    public async Task A_message_that_joined_a_ticket_has_the_ticket_s_topic()
    {
        int number = await rig.OpenAsync("电梯门关不上");
        long seq = await rig.WonderAsync("我们这边也是这样的");
        await rig.Worker.PostFormAsync("/console", $"/console/messages/{seq}/merge", ("into", $"{number}"), ("back", "/console/review"));

        CorpusRow row = (await FindAsync("我们这边也是这样的")).ToRow();

        (row.Kind, row.Intent, row.Topic).ShouldBe((Kind.Issue, Intent.MeToo, "电梯"));
    }

    [Fact]
    public async Task Labels_of_a_message_without_ticket_are_set_right()
    {
        long seq = await rig.WonderAsync("河里漂了好多死鱼");
        await KindAsync(seq, Kind.Issue);
        await rig.Worker.PostFormAsync(
            $"/console/messages/{seq}", $"/console/messages/{seq}/labels",
            ("category", "环境提升"), ("topic", "河道"), ("urgency", "normal"), ("location", ""), ("back", $"/console/messages/{seq}"));

        Example example = await FindAsync("河里漂了好多死鱼");

        CorpusRow row = example.ToRow();
        (row.Kind, row.Category, row.Topic, row.Urgency, row.Location).ShouldBe((Kind.Issue, Category.Environment, "河道", Urgency.Normal, null));
        (await rig.Worker.GetTextAsync($"/console/messages/{seq}")).ShouldContain("河道");
    }

    [Fact]
    public async Task A_ticket_set_right_and_one_that_was_none_are_examples_until_reopened()
    {
        int number = await rig.OpenAsync("车棚那边的水洼好几天");
        HttpResponseMessage saved = await rig.Worker.PostFormAsync(
            $"/console/tickets/{number}/correct", $"/console/tickets/{number}/correct",
            ("version", "1"), ("matter", "积水"), ("category", "环境提升"), ("topic", "积水"), ("location", "车棚"), ("urgency", "normal"), ("back", "/console/review"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync(Token));
        CorpusRow right = (await FindAsync("车棚那边的水洼好几天")).ToRow();
        (right.Kind, right.Category, right.Topic).ShouldBe((Kind.Issue, Category.Environment, "积水"));

        int none = await rig.OpenAsync("电梯里的广告真好笑");
        await rig.Worker.PostFormAsync("/console", $"/console/tickets/{none}/reject", ("version", "1"), ("back", "/console/review"));
        (await FindAsync("电梯里的广告真好笑")).Kind.ShouldBe(Kind.Chat);

        Ticket ticket = await rig.TicketAsync(none);
        await rig.Worker.PostFormAsync(
            $"/console/tickets/{none}", $"/console/tickets/{none}/reopen", ("version", $"{ticket.Version}"), ("reason", "点错了"));
        (await AllAsync()).ShouldNotContain(example => example.Text == "电梯里的广告真好笑");
    }

    [Fact]
    public async Task The_list_is_exported_as_a_corpus_with_numbers_masked()
    {
        long seq = await rig.WonderAsync("收旧家电，电话13912345678\n随叫随到");
        await KindAsync(seq, Kind.Ad);
        using TempFolder folder = new();
        await File.WriteAllTextAsync(folder.File("c.tsv"), await rig.Admin.GetStringAsync(List + ".tsv", Token), Token);

        CorpusRow row = Corpus.ReadFile(folder.File("c.tsv")).Single(row => row.Text.StartsWith("收旧家电"));

        (row.Kind, row.Text).ShouldBe((Kind.Ad, "收旧家电，电话139****5678\n随叫随到"));
    }

    [Fact]
    public async Task An_example_can_be_deleted_by_an_administrator_only()
    {
        long seq = await rig.WonderAsync("谁家有旧衣服要卖吗四");
        await KindAsync(seq, Kind.Ad);
        (await rig.Admin.GetTextAsync(List)).ShouldContain("闲聊 → 广告");

        (await rig.Worker.PostFormAsync("/console", List + "/remove", ("source", "Message"), ("of", $"{seq}"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (string page in new[] { "/console/learning", List, List + ".tsv" })
        {
            (await rig.Worker.GetAsync(page, Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, page);
        }
        await rig.Admin.PostFormAsync(List, List + "/remove", ("source", "Message"), ("of", $"{seq}"));

        (await AllAsync()).ShouldNotContain(example => example.Text.EndsWith("要卖吗四"));
        await rig.Admin.PostFormAsync(List, List + "/remove", ("source", "Message"), ("of", $"{seq}"));
        (await rig.Admin.GetTextAsync(List)).ShouldContain("没有删：这一条已经不在了");
    }

    [Fact]
    public async Task A_message_says_why_in_its_own_words()
    {
        await rig.Host.Get<EngineSource>().GetAsync(Token);
        long seq = await rig.WonderAsync("9号楼的电梯又坏了，听新闻说别处也这样");

        string page = await rig.Worker.GetTextAsync($"/console/messages/{seq}");

        page.ShouldContain("机器人看重什么");
        page.ShouldContain("又坏");
        page.ShouldContain("＋");
        page.ShouldContain("提到电梯");
        page.ShouldContain("把握40%");
        (await rig.Host.Client.GetAsync($"/console/messages/{seq}", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await rig.Worker.GetAsync("/console/messages/99999999", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> KindAsync(long seq, Kind kind) =>
        rig.Worker.PostFormAsync("/console/messages", $"/console/messages/{seq}/kind", ("kind", kind.ToString()), ("back", "/console/messages"));

    private Task<IReadOnlyList<Example>> AllAsync() => rig.Host.Get<ExampleBook>().ListAsync(Token);

    private async Task<Example> FindAsync(string text) => (await AllAsync()).Single(example => example.Text == text);
}
