using Bot.Storage;

namespace Bot.Hosting;

/// <summary>Leaves the address of the running server in the data folder, for the commands that make links to it.</summary>
internal sealed class AddressFile(DataFolder folder, PublicAddress address, IHostApplicationLifetime lifetime) : IHostedService
{
    private const string Name = "address";

    public static string? Read(DataFolder folder) => File.Exists(folder.File(Name)) ? File.ReadAllText(folder.File(Name)).Trim() : null;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => File.WriteAllText(folder.File(Name), address.Value));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        File.Delete(folder.File(Name));
        return Task.CompletedTask;
    }
}
