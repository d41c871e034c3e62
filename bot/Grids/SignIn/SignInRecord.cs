using Bot.Audit;

namespace Bot.Grids.SignIn;

/// <summary>Lines of the record for signing in; never a password, nor what somebody unknown typed as a name.</summary>
public sealed class SignInRecord(AuditTrail trail, SignInGuard guard, CommunityStore community)
{
    private const int LinesBeforeFirstPause = 20;

    public Task EnteredAsync(string person, SignInWay way, HttpContext http, CancellationToken cancellationToken) =>
        trail.RecordAsync(new AuditAct("signin", Detail: way switch { SignInWay.Password => "密码", SignInWay.OpenIdConnect => "单位账号", _ => "链接" }, Person: person, Address: AuditServices.AddressOf(http)), cancellationToken);

    public async Task RefusedAsync(string typed, HttpContext http, CancellationToken cancellationToken)
    {
        // whoever guesses on and on fills no disk with lines
        if (!guard.TryOnce($"line {http.Connection.RemoteIpAddress}", LinesBeforeFirstPause)) { return; }
        string person = Access.RoleOf(community.Current, typed) is null ? "" : typed;
        await trail.RecordAsync(new AuditAct("signin/refused", Person: person, Address: AuditServices.AddressOf(http)), cancellationToken);
    }
}
