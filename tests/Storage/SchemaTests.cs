using System.Text.RegularExpressions;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Storage;

public sealed partial class SchemaTests
{
    private const string Hint =
        "The tables made by bot/Storage/Migrations are not those of the model. Add a migration with its own script; " +
        "BOT_WRITE_SCHEMA=1 and this test write the model's own SQL to artifacts/model.sql to copy from.";

    [Fact]
    public async Task The_migrations_make_the_tables_of_the_model()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        string script = ModelScript();
        if (Environment.GetEnvironmentVariable("BOT_WRITE_SCHEMA") == "1")
        {
            await File.WriteAllTextAsync(Repository.File("artifacts", "model.sql"), script, cancellationToken);
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

    // A column that came later stands last in its table, so columns are compared as a set
    private static List<string> Schema(string path)
    {
        using SqliteConnection connection = new($"Data Source={path};Mode=ReadOnly");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT o.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk
              FROM sqlite_master o, pragma_table_xinfo(o.name) c WHERE o.type = 'table' AND o.name NOT LIKE '\_\_EF%' ESCAPE '\'
            UNION ALL SELECT o.name || ' -> ' || f."table" || '.' || f."to" || ' by ' || f."from" || ' ' || f.on_delete
              FROM sqlite_master o, pragma_foreign_key_list(o.name) f WHERE o.type = 'table'
            UNION ALL SELECT name || ': ' || sql FROM sqlite_master WHERE type NOT IN ('table', 'trigger') AND sql IS NOT NULL
            ORDER BY 1
            """;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> objects = [];
        while (reader.Read())
        {
            objects.Add(WhiteSpace().Replace(reader.GetString(0), " "));
        }
        objects.ShouldNotBeEmpty();
        return objects;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
