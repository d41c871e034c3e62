using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Bot.Storage;

/// <summary>Compiles what the database needs while the rest of the program is still being put together.</summary>
public static class Warmup
{
    /// <summary>Touches no file. Its work is lost, the compiled code stays.</summary>
    public static Task StartAsync() => Task.Run(async () =>
    {
        await using BotDbContext db = new(new DbContextOptionsBuilder<BotDbContext>().UseSqlite("Data Source=:memory:").Options);
        await db.Database.OpenConnectionAsync();
        _ = db.GetService<Microsoft.EntityFrameworkCore.Migrations.IMigrator>().GenerateScript();
    });
}
