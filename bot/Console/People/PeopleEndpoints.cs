using Bot.Grids;
using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.People;

/// <summary>Who works here: for administrators.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this RouteGroupBuilder console)
    {
        RouteGroupBuilder pages = console.MapGroup("/people").RequireAuthorization(Access.AdminPolicy);
        pages.MapGet("", (PeopleQuery query) => Page.Of<PeoplePage>(query.Load()));
        pages.MapGet("/edit", Edit);
        pages.MapPost("/link", LinkAsync);
        pages.MapPost("/reset", ResetAsync);
        pages.MapPost("/save", SaveAsync);
        pages.MapPost("/change", ChangeAsync);
        pages.MapPost("/remove", RemoveAsync);
    }

    // The link stands only in this answer: never in an address, a cookie or a log
    private static async Task<IResult> LinkAsync(
        [FromForm] string? person, [FromForm] bool? invite, HttpContext http, CommunityStore community, SignInLinks links, PeopleQuery query, CancellationToken cancellationToken)
    {
        if (person is null || Access.RoleOf(community.Current, person) is not { } role)
        {
            return Acts.NotDone(http, "没有链接：这个人已不在名单上。", "/console/people");
        }
        LinkPurpose purpose = invite is true ? LinkPurpose.Invitation : LinkPurpose.SignIn;
        return await ShowLinkAsync(person, role, purpose, http, links, query, cancellationToken);
    }

    private static async Task<IResult> ResetAsync(
        [FromForm] string? person, HttpContext http, CommunityStore community, Passwords passwords, SignInLinks links, PeopleQuery query, CancellationToken cancellationToken)
    {
        if (person is null || Access.RoleOf(community.Current, person) is not { } role)
        {
            return Acts.NotDone(http, "没有重置：这个人已不在名单上。", "/console/people");
        }
        await passwords.ClearAsync(person, cancellationToken);
        return await ShowLinkAsync(person, role, LinkPurpose.Reset, http, links, query, cancellationToken);
    }

    private static async Task<IResult> ShowLinkAsync(
        string person, string role, LinkPurpose purpose, HttpContext http, SignInLinks links, PeopleQuery query, CancellationToken cancellationToken)
    {
        string path = await links.CreateAsync(person, role, purpose, cancellationToken);
        return Page.Of<PeoplePage>(query.Load() with { Link = new NewLink(person, $"{http.Request.Scheme}://{http.Request.Host}{path}", purpose) });
    }

    private static async Task<IResult> SaveAsync(
        [FromForm] string? name, [FromForm] string? title, [FromForm] string? role, [FromForm] string? phone, HttpContext http,
        CommunityStore community, CancellationToken cancellationToken)
    {
        string who = name?.Trim() ?? "";
        if (who.Length is 0 or > 20) { return Acts.NotDone(http, "没有添加：请写名字，20个字以内。", "/console/people"); }
        if (role is null || !PersonRoles.All.Contains(role)) { return Acts.NotDone(http, "没有添加：请选做什么。", "/console/people"); }
        if (Access.RoleOf(community.Current, who) is not null) { return Acts.NotDone(http, $"没有添加：{who}已经在名单上了。", "/console/people"); }
        string? call = title?.Trim() is { Length: > 0 } given ? given : null;
        string? refusal = await community.SavePersonAsync(new Person(who) { Role = role, Title = call, Phone = phone?.Trim() is { Length: > 0 } number ? number : null, Groups = [.. http.Request.Form["groups"].OfType<string>()] }, cancellationToken);
        return refusal is null
            ? Acts.Done(http, $"已添加{who}，请给他发登录链接。", "/console/people")
            : Acts.NotDone(http, $"没有添加：{refusal}", "/console/people");
    }

    private static IResult Edit(string? person, CommunityStore community) =>
        community.Current.PersonNamed(person ?? "") is { } known && Access.RoleOf(community.Current, known.Name) is not null
            ? Page.Of<PersonPage>(new PersonModel(known, [.. community.Current.Groups.Keys]))
            : Page.Of<Frame.MissingPage>("这个人不在名单上。", StatusCodes.Status404NotFound);

    // the name stays: tickets, sign-in and messages know the person by it
    private static async Task<IResult> ChangeAsync(
        [FromForm] string? person, [FromForm] string? title, [FromForm] string? role, [FromForm] string? phone, HttpContext http,
        CommunityStore community, CancellationToken cancellationToken)
    {
        if (role is null || !PersonRoles.All.Contains(role)) { return Acts.NotDone(http, "没有保存：请选做什么。", "/console/people"); }
        if (community.Current.PersonNamed(person ?? "") is not { } known) { return Acts.NotDone(http, "没有保存：这个人已不在名单上。", "/console/people"); }
        Person changed = known with
        {
            Role = role,
            Title = title?.Trim() is { Length: > 0 } call ? call : null,
            Phone = phone?.Trim() is { Length: > 0 } number ? number : known.Phone,
            Groups = [.. http.Request.Form["groups"].OfType<string>().Where(community.Current.Groups.ContainsKey)],
        };
        return await community.SavePersonAsync(changed, cancellationToken) is { } refusal
            ? Acts.NotDone(http, $"没有保存：{refusal}", "/console/people")
            : Acts.Done(http, $"{known.Name}改好了。", "/console/people");
    }

    private static async Task<IResult> RemoveAsync(
        [FromForm] string? person, HttpContext http, CommunityStore community, CancellationToken cancellationToken)
    {
        string? refusal = await community.RemovePersonAsync(person ?? "", cancellationToken);
        return refusal is null
            ? Acts.Done(http, $"已停用{person}。", "/console/people")
            : Acts.NotDone(http, refusal, "/console/people");
    }
}
