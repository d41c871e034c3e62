using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Answers.Library;
using Bot.Grids;
using Tests.Support;

namespace Tests.Console;

/// <summary>人员 and 社区.</summary>
public sealed partial class AdministratorTests : IAsyncLifetime
{
    private readonly ConsoleRig _rig = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _rig.InitializeAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_sign_in_link_is_shown_once_and_works()
    {
        HttpResponseMessage made = await _rig.Admin.PostFormAsync("/console/people", "/console/people/link", ("person", "何建国"));
        string page = await made.Content.ReadAsStringAsync(Token);
        string link = Link().Match(page).Value;
        link.ShouldStartWith("/signin/");
        made.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await _rig.Admin.GetStringAsync("/console/people", Token)).ShouldNotContain(link);

        HttpClient his = _rig.Host.NewClient();
        (await his.PostFormAsync(link, link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await his.GetTextAsync("/console/more")).ShouldContain("何建国");
    }

    [Fact]
    public async Task Residents_get_no_link()
    {
        await _rig.Admin.PostFormAsync("/console/people", "/console/people/link", ("person", "3-1-502"));
        (await _rig.Admin.GetTextAsync("/console/people")).ShouldContain("没有链接");
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await _rig.Admin.PostFormAsync("/console/people", "/console/people/remove", ("person", "管理员"));
        (await _rig.Admin.GetTextAsync("/console/people")).ShouldContain("不能停用最后一位管理员");
    }

    [Fact]
    public async Task A_person_is_changed_on_the_page_and_keeps_what_was_not_written()
    {
        CommunityStore store = _rig.Host.Get<CommunityStore>();
        await store.SavePersonAsync(new Person("小孙") { Role = "grid", Phone = "13800001111", Account = "sun@office" }, Token);
        (await _rig.Admin.GetTextAsync("/console/people/edit?person=小孙")).ShouldContain("名字不能改");
        await _rig.Admin.PostFormAsync("/console/people/edit?person=小孙", "/console/people/change",
            ("person", "小孙"), ("title", "孙师傅"), ("role", "lead"), ("phone", ""), ("groups", ConsoleRig.Group), ("groups", "没有这个群"));
        Person changed = store.Current.PersonNamed("小孙").ShouldNotBeNull();
        (changed.Title, changed.Role, changed.Phone).ShouldBe(("孙师傅", "lead", "13800001111"));
        changed.Groups.ShouldBe([ConsoleRig.Group]);
        changed.Account.ShouldBe("sun@office");
        await _rig.Admin.PostFormAsync("/console/people", "/console/people/change", ("person", "管理员"), ("role", "grid"));
        (await _rig.Admin.GetTextAsync("/console/people")).ShouldContain("没有保存：不能停用最后一位管理员");
    }

    [Fact]
    public async Task A_person_who_is_removed_is_out_at_once()
    {
        await _rig.Admin.PostFormAsync("/console/people", "/console/people/save", ("name", "新来的小王"), ("title", "王网格员"), ("role", "grid"));
        (await _rig.Admin.GetTextAsync("/console/people")).ShouldContain("新来的小王");
        HttpClient his = await _rig.Host.SignInAsync("新来的小王", "worker");
        (await his.GetAsync("/console", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await _rig.Admin.PostFormAsync("/console/people", "/console/people/remove", ("person", "新来的小王"));
        (await his.GetAsync("/console", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_once_the_sample_is_gone()
    {
        string exported = await _rig.Admin.GetStringAsync("/console/community/export", Token);
        int number = await _rig.OpenAsync();
        (await ImportAsync(exported, clear: false)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        _rig.Host.Get<CommunityStore>().IsSample.ShouldBeTrue();
        (await ImportAsync("{\"community\":", clear: true)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await ImportAsync(exported, clear: true)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        _rig.Host.Get<CommunityStore>().IsSample.ShouldBeFalse();
        (await _rig.Admin.GetStringAsync("/console", Token)).ShouldNotContain("示例数据");
        (await _rig.Admin.GetAsync($"/console/tickets/{number}", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _rig.Admin.GetStringAsync("/console/community/export", Token)).ShouldBe(exported);
    }

    [Fact]
    public async Task Clearing_the_sample_needs_consent()
    {
        await _rig.Admin.PostFormAsync("/console/community", "/console/community/clear");
        _rig.Host.Get<CommunityStore>().IsSample.ShouldBeTrue();
        await _rig.Admin.PostFormAsync("/console/community", "/console/community/clear", ("sure", "true"));
        _rig.Host.Get<CommunityStore>().IsSample.ShouldBeFalse();
        (await _rig.Admin.GetTextAsync("/console/community")).ShouldContain("还没有群");
    }

    [Fact]
    public async Task The_samples_documents_go_with_it()
    {
        DocumentStore store = _rig.Host.Get<DocumentStore>();
        await store.Settled.WaitAsync(Token);
        (await AnswersAsync(store)).ShouldBeTrue();
        (await _rig.Admin.GetTextAsync("/console/community")).ShouldContain("知识库");
        await _rig.Admin.PostFormAsync("/console/community", "/console/community/clear", ("sure", "true"));
        (await _rig.Admin.GetTextAsync("/console/knowledge")).ShouldContain("知识库还是空的");
        await Eventually.TrueAsync(async () => !await AnswersAsync(store), "the documents are gone");
    }

    private static async Task<bool> AnswersAsync(DocumentStore store) =>
        (await store.AskAsync("尊老金怎么申请", new DateOnly(2026, 11, 21), grids: null, Token)).ShouldNotBeNull().Answered;

    private async Task<HttpResponseMessage> ImportAsync(string json, bool clear)
    {
        string html = await _rig.Admin.GetStringAsync("/console/community", Token);
        using MultipartFormDataContent form = new()
        {
            { new StringContent(FormToken().Match(html).Groups[1].Value), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(json)), "file", "community.json" },
        };
        if (clear) { form.Add(new StringContent("true"), "clear"); }
        return await _rig.Admin.PostAsync("/console/community/import", form, Token);
    }

    [GeneratedRegex("/signin/[A-Za-z0-9_-]{20,}")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
