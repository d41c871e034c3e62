using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Bot.Hosting.Settings;

/// <summary>Finds wrong settings before anything is built from them.</summary>
internal static class SettingsCheck
{
    private static readonly string[] SecretWords = ["Secret", "Password", "Token", "ApiKey", "AesKey", "EncryptKey"];

    /// <summary>One line per wrong setting: its key, its value and what is allowed.</summary>
    public static IReadOnlyList<string> Errors(IConfiguration configuration) => [.. Problems(configuration).Select(problem => problem.Line)];

    public static IReadOnlyList<SettingProblem> Problems(IConfiguration configuration) =>
        [.. configuration.GetChildren().Where(child => !SettingsClasses.IsFrameworks(child.Key)).SelectMany(CheckTop)];

    private static IEnumerable<SettingProblem> CheckTop(IConfigurationSection section)
    {
        if (section.Key.Equals(Addresses.Key, StringComparison.OrdinalIgnoreCase))
        {
            return Addresses.Errors(section.Value);
        }
        if (section.Key.Equals(LogLevels.Section, StringComparison.OrdinalIgnoreCase))
        {
            return LogLevels.Errors(section);
        }
        return CheckSection(section, [Addresses.Key, LogLevels.Section, .. SettingsClasses.Below("")]);
    }

    private static IEnumerable<SettingProblem> CheckSection(IConfigurationSection section, IEnumerable<string> known)
    {
        if (SettingsClasses.BySection.TryGetValue(section.Path, out Type? type)) { return CheckMembers(section, type); }
        string[] below = [.. SettingsClasses.Below(section.Path + ":")];
        return below.Length > 0 ? section.GetChildren().SelectMany(child => CheckSection(child, below)) : [Unknown(section, known)];
    }

    private static IEnumerable<SettingProblem> CheckMembers(IConfigurationSection section, Type type)
    {
        PropertyInfo[] properties = [.. SettingsClasses.Settable(type)];
        return section.GetChildren().SelectMany(child =>
            properties.FirstOrDefault(property => property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is { } property
                ? CheckMember(child, property)
                : [Unknown(child, properties.Select(known => known.Name))]);
    }

    private static IEnumerable<SettingProblem> CheckMember(IConfigurationSection setting, PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (SettingsClasses.IsCollection(type))
        {
            Type item = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[^1];
            return setting.GetChildren().SelectMany(child => IsPlain(item) ? CheckValue(child, item, property) : CheckMembers(child, item));
        }
        return IsPlain(type)
            ? CheckValue(setting, type, property)
            : CheckMembers(setting, type);
    }

    private static bool IsPlain(Type type) => TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));

    private static IEnumerable<SettingProblem> CheckValue(IConfigurationSection setting, Type type, PropertyInfo property)
    {
        bool optional = type == typeof(string) || Nullable.GetUnderlyingType(property.PropertyType) is not null;
        if (string.IsNullOrEmpty(setting.Value) && optional && property.GetCustomAttribute<RequiredAttribute>() is null)
        {
            return [];
        }
        object? value = Convert(setting.Value, type);
        ValidationAttribute[] rules = [.. property.GetCustomAttributes<ValidationAttribute>()];
        return value is null || (!SettingsClasses.IsCollection(property.PropertyType) || type == typeof(string)) && rules.Any(rule => !rule.IsValid(value))
            ? [Wrong(setting, Allowed.Describe(type, rules))]
            : [];
    }

    private static object? Convert(string? text, Type type)
    {
        try
        {
            object? value = text is null ? null : TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return value is Enum && !Enum.IsDefined(type, value) ? null : value;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    private static SettingProblem Unknown(IConfigurationSection setting, IEnumerable<string> known)
    {
        string there = $"没有 {setting.Path} 这一项；这里可以写的是 {string.Join("、", known.Order(StringComparer.Ordinal))}";
        return new SettingProblem(setting.Path, there, $"配置有误：{there}。");
    }

    public static SettingProblem Wrong(IConfigurationSection setting, string allowed) =>
        Wrong(setting.Path, setting.Value, allowed);

    public static SettingProblem Wrong(string key, string? value, string allowed) =>
        new(key, allowed, $"配置有误：{key} = \"{(IsSecret(key) ? "***" : value?.ReplaceLineEndings(" "))}\"，{allowed}。");

    private static bool IsSecret(string key) =>
        SecretWords.Any(word => key.EndsWith(word, StringComparison.OrdinalIgnoreCase));
}
