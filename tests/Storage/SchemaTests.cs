using System.Text.RegularExpressions;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Storage;

public sealed partial class SchemaTests
{
    private const string Hint =
        "The tables made by bot/Storage/Migrations are not those of the model. Before the first release refresh the one " +
        "script with BOT_WRITE_SCHEMA=1 and this test; afterwards add a migration with its own script.";

    [Fact]
    public async Task The_migrations_make_the_tables_of_the_model()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        string script = ModelScript();
        if (Environment.GetEnvironmentVariable("BOT_WRITE_SCHEMA") == "1")
        {
            string path = Repository.File("bot", "Storage", "Migrations", "0001_initial.sql");
            await File.WriteAllTextAsync(path, script.ReplaceLineEndings("\n").TrimEnd() + "\n", cancellationToken);
            Assert.Skip("Wrote 0001_initial.sql; build again.");
        }
        using TempFolder folder = new();
        await using StorageHost host = await StorageHost.StartAsync(folder.Path);

        string expected = folder.File("model.db");
        await using (SqliteConnection connection = new($"Data Source={expected}"))
        {
            await connection.OpenAsync(cancellationToken);
            await using SqliteCommand create = connection.CreateCommand();
            create.CommandText = script;
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        Schema(folder.File("bot.db")).ShouldBe(Schema(expected), Hint);
    }

    private static string ModelScript()
    {
        using BotDbContext db = new(new DbContextOptionsBuilder<BotDbContext>().UseSqlite("Data Source=:memory:").Options);
        return db.Database.GenerateCreateScript();
    }

    private static List<string> Schema(string path)
    {
        using SqliteConnection connection = new($"Data Source={path};Mode=ReadOnly");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' " +
            "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> objects = [];
        while (reader.Read())
        {
            objects.Add($"{reader.GetString(0)}: {WhiteSpace().Replace(reader.GetString(1), " ")}");
        }
        return objects;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
