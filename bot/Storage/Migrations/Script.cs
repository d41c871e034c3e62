namespace Bot.Storage.Migrations;

/// <summary>The SQL scripts beside the migrations, embedded in the program.</summary>
internal static class Script
{
    public static string Read(string id)
    {
        using Stream stream = typeof(Script).Assembly.GetManifestResourceStream($"{typeof(Script).Namespace}.{id}.sql")
            ?? throw new InvalidOperationException($"The program has no script {id}.sql.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
