using System.Reflection;
using System.Xml.Linq;
using Tests.Support;

namespace Tests.Architecture;

public sealed class HouseRuleTests
{
    // what lies on the other side of these is another program, or a clock
    private static readonly Type[] ProcessBoundaries = [typeof(Bot.Messaging.IChannel), typeof(Bot.Messaging.Pictures.IPictureSource), typeof(global::Knowledge.Stores.IKnowledgeStore)];

    // name in code → the only folder that may say it; names in words for people are no matter
    private static readonly Dictionary<string, string> Vendors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["WeCom"] = "bot/Channels/WeCom",
        ["DingTalk"] = "bot/Channels/DingTalk",
        ["Feishu"] = "bot/Channels/Feishu",
        ["BotFramework"] = "bot/Channels/BotFramework",
        ["Qdrant"] = "knowledge",
        ["OpenAI"] = "bot/Ai",
    };

    private static readonly Assembly Program = typeof(Bot.Program).Assembly;
    private static readonly Assembly Library = typeof(global::Knowledge.Document).Assembly;

    [Fact]
    public void The_knowledge_library_does_not_know_the_bot() =>
        Library.GetReferencedAssemblies().Select(reference => reference.Name).ShouldNotContain(Program.GetName().Name);

    [Fact]
    public void An_interface_has_two_implementations_or_a_process_behind_it()
    {
        Type[] types = [.. Program.GetTypes(), .. Library.GetTypes()];
        types.Where(type => type.IsInterface && !ProcessBoundaries.Contains(type))
            .Where(type => types.Count(other => !other.IsInterface && type.IsAssignableFrom(other)) < 2)
            .ShouldBeEmpty("Use the class itself, or name the process boundary here.");
    }

    [Fact]
    public void Only_its_own_folder_names_a_vendor()
    {
        foreach ((string vendor, string folder) in Vendors)
        {
            SourceFiles.Under("bot").Concat(SourceFiles.Under("knowledge"))
                // the project file names the packages of every folder
                .Where(path => path != Path.Combine("bot", "Program.cs") && path != Path.Combine("bot", "Bot.csproj") && !path.Replace('\\', '/').StartsWith(folder + "/", StringComparison.Ordinal))
                .Where(path => File.ReadAllText(Repository.File(path)).Contains(vendor, StringComparison.OrdinalIgnoreCase))
                .ShouldBeEmpty($"Only {folder} names {vendor}.");
        }
    }

    [Fact]
    public void Every_public_type_of_the_knowledge_library_says_what_it_is() =>
        Undescribed(Library, Library.GetExportedTypes()).ShouldBeEmpty();

    [Fact]
    public void Every_extension_point_says_what_is_expected_of_it()
    {
        Type[] points = [.. Program.GetExportedTypes().Concat(Library.GetExportedTypes()).Where(type => type.IsInterface)];
        Undescribed(Program, points.Where(type => type.Assembly == Program)).ShouldBeEmpty();
        Undescribed(Library, points.Where(type => type.Assembly == Library)).ShouldBeEmpty();
        HashSet<string> described = [.. Described(Program), .. Described(Library)];
        points.SelectMany(type => type.GetMembers().Where(member => member is not MethodInfo { IsSpecialName: true }))
            .Where(member => !described.Any(name => name[2..].Split('(', '`')[0] == $"{member.DeclaringType!.FullName}.{member.Name}"))
            .Select(member => $"{member.DeclaringType}.{member.Name}").ShouldBeEmpty();
    }

    private static IEnumerable<string> Undescribed(Assembly assembly, IEnumerable<Type> types)
    {
        HashSet<string> described = [.. Described(assembly)];
        return types.Select(type => type.FullName!.Replace('+', '.')).Where(name => !described.Contains($"T:{name}"));
    }

    /// <summary>The names of everything with a summary, in the form of the compiler's documentation file.</summary>
    private static IEnumerable<string> Described(Assembly assembly) => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member")
        .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
        .Select(member => member.Attribute("name")!.Value);
}
