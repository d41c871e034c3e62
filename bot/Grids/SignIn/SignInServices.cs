using Bot.Grids.SignIn.Oidc;
using Bot.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Bot.Grids.SignIn;

/// <summary>Who may see what. Everything is refused unless an endpoint says otherwise.</summary>
public static class SignInServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateDataAnnotations()
            .Validate(options => options.Oidc.IsComplete, "SignIn:Oidc：写了 Authority，就要写 ClientId 和 Claim").ValidateOnStart();
        services.AddSingleton<SignInLinks>().AddSingleton<SignInSessions>().AddSingleton<SignInGuard>().AddSingleton<Passwords>().AddSingleton<SignInRecord>();
        services.AddSingleton<OidcTries>().AddSingleton<OidcProvider>();
        services.AddDataProtection().SetApplicationName("community-grid-bot");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys =>
            keys.XmlRepository = new FileSystemXmlRepository(
                Directory.CreateDirectory(provider.GetRequiredService<DataFolder>().File("keys")),
                provider.GetRequiredService<ILoggerFactory>())));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Cookie);
        services.AddAuthorizationBuilder()
            .AddPolicy(Access.ReaderPolicy, policy => policy.RequireRole(Access.RolesFor(Access.ReaderPolicy)))
            .AddPolicy(Access.WorkerPolicy, policy => policy.RequireRole(Access.RolesFor(Access.WorkerPolicy)))
            .AddPolicy(Access.LeadPolicy, policy => policy.RequireRole(Access.RolesFor(Access.LeadPolicy)))
            .AddPolicy(Access.CommunityPolicy, policy => policy.RequireRole(Access.RolesFor(Access.CommunityPolicy)))
            .AddPolicy(Access.AdminPolicy, policy => policy.RequireRole(Access.RolesFor(Access.AdminPolicy)))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        return services;
    }

    private static void Cookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "bot.session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // how long a session really lasts is decided with it
        cookie.ExpireTimeSpan = TimeSpan.FromDays(365);
        cookie.SlidingExpiration = false;
        cookie.LoginPath = "/signin";
        cookie.Events.OnValidatePrincipal = Session.ValidateAsync;
        cookie.Events.OnRedirectToLogin = context => Session.RefuseAsync(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => Session.RefuseAsync(context, StatusCodes.Status403Forbidden);
    }
}
