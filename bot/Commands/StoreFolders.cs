using Bot.Grids;
using Bot.Hosting.Settings;
using Knowledge;
using Microsoft.Data.Sqlite;

namespace Bot.Commands;

/// <summary>Opens knowledge stores for commands, and says on which day the community is.</summary>
internal static class StoreFolders
{
    public static KnowledgeBase Open(string folder) => KnowledgeBase.Exists(folder)
        ? OpenOrMake(folder)
        : throw new CommandException(ExitCodes.MissingDependency, $"{folder}: no knowledge store there; make one with 'bot index --documents DIR --store {folder}'");

    public static KnowledgeBase OpenOrMake(string folder)
    {
        if (File.Exists(folder))
        {
            throw new CommandException(ExitCodes.BadInput, $"{folder}: is a file; name a folder for the store");
        }
        try
        {
            return KnowledgeBase.Open(folder);
        }
        catch (SqliteException e)
        {
            throw new CommandException(ExitCodes.BadInput, $"{folder}: the knowledge store cannot be opened ({e.Message}); check permissions and free space, and that no other program uses it");
        }
    }

    public static DateOnly Today()
    {
        ConfigurationManager settings = new();
        SettingsSources.AddTo(settings, Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production, []);
        CommunityOptions community = settings.GetSection(CommunityOptions.Section).Get<CommunityOptions>() ?? new();
        return DateOnly.FromDateTime(new CommunityClock(community.Zone).Local(TimeProvider.System.GetUtcNow()));
    }
}
