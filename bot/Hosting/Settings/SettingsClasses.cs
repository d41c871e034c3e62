using System.Reflection;

namespace Bot.Hosting.Settings;

/// <summary>The settings there are: every class named <c>…Options</c> with a constant <c>Section</c>.</summary>
internal static class SettingsClasses
{
    /// <summary>Top-level keys that belong to the framework and are checked by it.</summary>
    private static readonly string[] Framework = ["Kestrel", "AllowedHosts"];

    public static readonly IReadOnlyDictionary<string, Type> BySection = typeof(SettingsClasses).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && SectionOf(type) is not null)
        .ToDictionary(type => SectionOf(type)!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that may follow <paramref name="beginning"/> of a section's path, e.g. "Channels:".</summary>
    public static IEnumerable<string> Below(string beginning) => BySection.Keys
        .Where(path => path.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
        .Select(path => path[beginning.Length..].Split(':')[0]).Distinct(StringComparer.OrdinalIgnoreCase);

    public static bool IsFrameworks(string section) => Framework.Contains(section, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.SetMethod is { IsPublic: true } || IsCollection(property.PropertyType));

    public static bool IsCollection(Type type) =>
        type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type);

    private static string? SectionOf(Type type) =>
        type.GetField("Section", BindingFlags.Static | BindingFlags.Public) is { IsLiteral: true } field ? (string?)field.GetRawConstantValue() : null;
}
