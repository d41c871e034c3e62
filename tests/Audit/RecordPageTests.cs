using System.Net;
using System.Text.RegularExpressions;
using Bot.Audit;
using Bot.Grids;
using Bot.Sheets;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Tests.Console;
using Tests.Support;

namespace Tests.Audit;

public sealed partial class RecordPageTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    /// <summary>Posts of the console that leave no line, and why that is right.</summary>
    private static readonly Dictionary<string, string> Unrecorded = new()
    {
        ["/console/display"] = "the size of letters lives in a cookie",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_look_at_a_number_needs_a_reason_is_written_down_and_shows_it_once()
    {
        CommunityStore community = rig.Host.Get<CommunityStore>();
        await community.SavePersonAsync(community.Current.PersonNamed(ConsoleRig.Lead)! with { Phone = "13812345678" }, Token);
        (string, string)[] asked = [("of", "person-phone"), ("id", ConsoleRig.Lead), ("back", "/console/more")];
        (await rig.Worker.PostFormAsync("/console/more", "/console/reveal", asked)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        HttpResponseMessage shown = await rig.Worker.PostFormAsync("/console/more", "/console/reveal", [.. asked, ("reason", "要打电话")]);
        (await shown.Content.ReadAsStringAsync(Token)).ShouldContain("13812345678");
        shown.Headers.CacheControl!.NoStore.ShouldBeTrue();
        AuditEntry line = (await rig.ReadAsync(db => db.Set<AuditEntry>().Where(line => line.Act == "reveal/person-phone").ToListAsync(Token))).ShouldHaveSingleItem();
        (line.Person, line.Target, line.Detail).ShouldBe((ConsoleRig.Lead, ConsoleRig.Lead, "要打电话"));
    }

    [Fact]
    public async Task A_detail_outside_the_scope_is_not_there()
    {
        HttpResponseMessage answer = await rig.Worker.PostFormAsync("/console/more", "/console/reveal", ("of", "person-phone"), ("id", "没有这个人"), ("reason", "看看"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_filters_checks_and_exports_and_the_export_is_an_act_too()
    {
        int number = await rig.OpenAsync();
        await rig.Worker.PostFormAsync($"/console/tickets/{number}", $"/console/tickets/{number}/accept", ("version", "1"));
        string page = await rig.Admin.GetTextAsync($"/console/audit?person={Uri.EscapeDataString(ConsoleRig.Lead)}&kind=tickets&target={number}号&from=&to=");
        page.ShouldContain("工单：立件");
        (await rig.Admin.GetTextAsync($"/console/audit?person={Uri.EscapeDataString("管理员")}&target={number}")).ShouldContain("没有找到");
        (await rig.Admin.GetTextAsync("/console/audit/check")).ShouldContain("记录完整");
        HttpResponseMessage export = await rig.Admin.GetAsync("/console/audit/export?kind=tickets", Token);
        export.Content.Headers.ContentType!.MediaType.ShouldBe(SheetWriter.ContentType);
        (await rig.ReadAsync(db => db.Set<AuditEntry>().AnyAsync(line => line.Act == "audit/export" && line.Person == "管理员", Token))).ShouldBeTrue();
        (await rig.Worker.GetAsync("/console/audit", Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("王秀英", "王**")]
    [InlineData("", "")]
    public void Names_are_masked(string name, string masked) => Masked.Name(name).ShouldBe(masked);

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("138-1234-5678", "138****5678")]
    [InlineData("330106199001013510", "330***…3510")]
    [InlineData("12345", "***")]
    public void Numbers_are_masked(string number, string masked) => Masked.Number(number).ShouldBe(masked);

    /// <summary>Every post runs under an actor whose act has a code in words; what it then writes is witnessed at the one writer.</summary>
    [Fact]
    public void Every_post_of_the_console_has_words_in_the_record_or_a_reason_for_none()
    {
        string[] posts = [.. rig.Host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(method => method is not ("GET" or "HEAD")) == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => route.StartsWith("/console", StringComparison.Ordinal)).Distinct()];
        posts.Length.ShouldBeGreaterThan(40);
        string[] wordless = [.. posts.Where(route => !Unrecorded.ContainsKey(route))
            .Where(route => Parameter().Replace(route["/console".Length..], "").Split('/', StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 } parts || !ActWords.Knows(string.Join('/', parts)))];
        wordless.ShouldBeEmpty("add the words to bot/Audit/ActWords.cs");
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
