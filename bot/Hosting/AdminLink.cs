using System.ComponentModel.DataAnnotations;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Hosting.Settings;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Hosting;

/// <summary>Makes a sign-in link on the data folder itself, beside a running service or without one.</summary>
internal static class AdminLink
{
    /// <param name="person">An administrator; the first one when null.</param>
    public static async Task<string> CreateAsync(string[] settings, string? person, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = Server.NewBuilder(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddGrids();
        await using ServiceProvider services = builder.Services.BuildServiceProvider();
        await services.GetRequiredService<Database>().MigrateAsync(cancellationToken);
        await using BotDbContext db = await services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(cancellationToken);
        CommunityDirectory directory = await services.GetRequiredService<FirstCommunity>().ReadOrSetUpAsync(db, cancellationToken);
        string path = SignInLinks.Add(db, Administrator(directory, person), Access.Admin, TimeProvider.System.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Base(services, builder.Configuration) + path;
    }

    private static string Administrator(CommunityDirectory directory, string? person)
    {
        IReadOnlyList<Person> administrators = directory.Administrators();
        return person is null ? administrators[0].Name
            : administrators.Any(known => known.Name == person) ? person
            : throw new ValidationException($"“{person}”不是管理员。现在的管理员：{string.Join("、", administrators.Select(known => known.Name))}。");
    }

    private static string Base(ServiceProvider services, ConfigurationManager configuration) =>
        AddressFile.Read(services.GetRequiredService<DataFolder>()) ?? PublicAddress.Of(Addresses.Of(configuration).Split(';')[0]);
}
