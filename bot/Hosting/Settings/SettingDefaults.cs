using System.ComponentModel;
using System.Reflection;

namespace Bot.Hosting.Settings;

/// <summary>What holds where nothing is set.</summary>
internal static class SettingDefaults
{
    private const BindingFlags Settable = BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase;

    /// <param name="path">Below the section, e.g. <c>Gateways:gate1:Hears</c>.</param>
    /// <returns>Null for nothing.</returns>
    public static string? Of(string section, string path)
    {
        object? at = Activator.CreateInstance(SettingsClasses.BySection[section]);
        string[] parts = path.Split(':');
        for (int i = 0; i < parts.Length && at is not null; i++)
        {
            if (at.GetType().GetProperty(parts[i], Settable) is not { } property) { return null; }
            if (!SettingsClasses.IsCollection(property.PropertyType))
            {
                at = property.GetValue(at);
                continue;
            }
            Type item = property.PropertyType.GetGenericArguments()[^1];
            at = item == typeof(string) ? null : Activator.CreateInstance(item);
            i++;
        }
        return at is null ? null : TypeDescriptor.GetConverter(at.GetType()).ConvertToInvariantString(at);
    }
}
