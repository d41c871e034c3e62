using Bot.Grids.Tables;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Grids;

/// <summary>What an empty store begins with: a file's community, the sample, or nobody but an administrator.</summary>
public sealed class FirstCommunity(IOptions<CommunityOptions> options, TimeProvider clock)
{
    /// <summary>Who administers a community that names no administrator.</summary>
    public const string Administrator = "管理员";

    private const string SampleResource = "Bot.Grids.Sample.community.json";

    internal async Task<StoredCommunity> SetUpAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        StoredCommunity first = await ChooseAsync(cancellationToken);
        await DirectoryTables.ReplaceAsync(db, first, clock.GetUtcNow(), cancellationToken);
        return first;
    }

    /// <summary>For commands: what is stored, or what a first start would store.</summary>
    internal async Task<CommunityDirectory> ReadOrSetUpAsync(BotDbContext db, CancellationToken cancellationToken) =>
        (await DirectoryReader.ReadAsync(db, cancellationToken) ?? await SetUpAsync(db, cancellationToken)).Directory;

    internal static CommunityDirectory Sample()
    {
        using StreamReader reader = new(typeof(FirstCommunity).Assembly.GetManifestResourceStream(SampleResource)!);
        return DirectoryFile.Read(reader.ReadToEnd(), out string? error) ?? throw new InvalidOperationException(error);
    }

    /// <summary>Keeps whoever acts an administrator, and never leaves a community without one.</summary>
    internal static CommunityDirectory WithAdministrator(CommunityDirectory directory, string? by)
    {
        string? missing = by ?? (directory.Administrators().Count == 0 ? Administrator : null);
        return missing is null || directory.PersonNamed(missing)?.Role == PersonRoles.Admin
            ? directory
            : directory with
            {
                People =
                [
                    .. directory.People.Where(person => person.Name != missing),
                    (directory.PersonNamed(missing) ?? new Person(missing)) with { Role = PersonRoles.Admin },
                ],
            };
    }

    private async Task<StoredCommunity> ChooseAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Directory is { Length: > 0 } path)
        {
            return new StoredCommunity(WithAdministrator(await ReadAsync(path, cancellationToken), by: null), IsSample: false);
        }
        return options.Value.Sample
            ? new StoredCommunity(WithAdministrator(Sample(), by: null), IsSample: true)
            : new StoredCommunity(WithAdministrator(new CommunityDirectory(), by: null), IsSample: false);
    }

    private static async Task<CommunityDirectory> ReadAsync(string path, CancellationToken cancellationToken)
    {
        CommunityDirectory? directory = DirectoryFile.Read(await File.ReadAllTextAsync(path, cancellationToken), out string? unreadable);
        IReadOnlyList<string> errors = directory is null ? [unreadable!] : DirectoryRules.Errors(directory);
        return errors.Count == 0
            ? directory!
            : throw new OptionsValidationException(nameof(CommunityOptions), typeof(CommunityOptions),
                [$"{CommunityOptions.Section}:{nameof(CommunityOptions.Directory)} = \"{path}\"，须是一个合格的社区文件：{string.Join("；", errors)}。"]);
    }
}
