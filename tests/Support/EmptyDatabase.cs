using Bot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Tests.Support;

/// <summary>A database that is brought up to date once and then copied: spares a host the migrations, which is most of its start.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<Task<byte[]>> Bytes = new(MakeAsync);

    /// <summary>Leaves alone a folder that has one.</summary>
    public static async Task PutIntoAsync(string folder)
    {
        string file = Path.Combine(folder, "bot.db");
        if (!File.Exists(file)) { await File.WriteAllBytesAsync(file, await Bytes.Value); }
    }

    private static async Task<byte[]> MakeAsync()
    {
        using TempFolder folder = new();
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Storage:Path", (string?)folder.Path)]).Build();
        ServiceCollection services = new();
        services.AddSingleton(configuration).AddSingleton(TimeProvider.System).AddLogging().AddStorage(configuration);
        await using ServiceProvider provider = services.BuildServiceProvider();
        Database database = provider.GetRequiredService<Database>();
        await database.MigrateAsync(CancellationToken.None);
        (await database.CheckpointAsync(CancellationToken.None)).ShouldBeTrue();
        return await File.ReadAllBytesAsync(folder.File("bot.db"));
    }
}
