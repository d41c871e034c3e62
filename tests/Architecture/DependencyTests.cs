using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Tests.Support;

namespace Tests.Architecture;

public sealed partial class DependencyTests
{
    private static readonly Assembly Built = typeof(Bot.Program).Assembly;

    [Fact]
    public void A_folder_names_only_the_folders_it_may_know()
    {
        string[] forbidden = [.. TypeUses.In(Built)
            .Select(use => (use.User, use.Used, From: Folders.RowOf(use.User.Namespace), To: Folders.RowOf(use.Used.Namespace)))
            .Where(use => use is { From: not null, To: not null } && !Folders.MayName(use.From, use.To))
            .Select(use => $"{use.From} must not know {use.To}: {use.User.FullName} → {use.Used.FullName}")];

        forbidden.ShouldBeEmpty();
    }

    // constants are copied into the code that uses them, so a compiled program does not show where they came from
    [Fact]
    public void A_file_opens_only_the_namespaces_it_may_know()
    {
        List<string> forbidden = [];
        foreach (string path in SourceFiles.Under("bot").Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal)))
        {
            string folder = Path.GetDirectoryName(path)!.Replace(Path.DirectorySeparatorChar, '.');
            string from = Folders.RowOf("Bot" + folder["bot".Length..]).ShouldNotBeNull(path);
            forbidden.AddRange(Opened().Matches(File.ReadAllText(Repository.File(path)))
                .Where(match => Folders.RowOf(match.Groups[1].Value) is { } to && !Folders.MayName(from, to))
                .Select(match => $"{path} must not open {match.Groups[1].Value}"));
        }

        forbidden.ShouldBeEmpty();
    }

    [Fact]
    public void Names_hidden_in_async_lambdas_are_seen()
    {
        Func<Task> hidden = async () =>
        {
            await Task.Yield();
            using TempFolder folder = new();
        };
        hidden.ShouldNotBeNull();
        TypeUses.In(typeof(DependencyTests).Assembly).ShouldContain(new TypeUse(typeof(DependencyTests), typeof(TempFolder)));
    }

    [Fact]
    public void Every_folder_has_its_row()
    {
        Folders.OnDisk().Except(Folders.Allowed.Keys).ShouldBeEmpty("Give the new folder a row in tests/Architecture/Folders.cs.");
        IEnumerable<string?> spaces = Built.GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !IsGenerated(type)).Select(type => type.Namespace);
        spaces.Distinct().Where(space => Folders.RowOf(space) is null).ShouldBeEmpty();
    }

    [Fact]
    public void Rows_stand_for_folders_that_exist_and_name_only_rows_above()
    {
        string[] rows = [.. Folders.Allowed.Keys];
        rows.Where(row => row != Folders.Program && !Directory.Exists(Repository.File("bot", row.Replace('.', Path.DirectorySeparatorChar)))).ShouldBeEmpty();
        Folders.Allowed
            .SelectMany(row => row.Value.Where(name => name != Folders.Program).Select(name => (User: Feature(row.Key), Used: Feature(name))))
            .Where(pair => pair.User != pair.Used && FirstRow(rows, pair.Used) >= FirstRow(rows, pair.User))
            .ShouldBeEmpty();
    }

    private static string Feature(string row) => row.Split('.')[0];

    private static int FirstRow(string[] rows, string feature) => Array.FindIndex(rows, row => Feature(row) == feature);

    private static bool IsGenerated(Type type) => type.DeclaringType is { } outer
        ? IsGenerated(outer)
        : type.Name.StartsWith('<') || type.Namespace is "Microsoft.CodeAnalysis" or "Microsoft.Extensions.Validation.Embedded" or "System.Runtime.CompilerServices";

    [GeneratedRegex(@"^\s*@?(?:global )?using (?:static |\w+ = )?(Bot(?:\.\w+)*)", RegexOptions.Multiline)]
    private static partial Regex Opened();
}
