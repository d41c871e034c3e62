using Bot.Hosting.Settings;
using Bot.Messaging;
using Bot.Messaging.Forms;
using Microsoft.Extensions.Options;

namespace Bot.Console.Channels.Forms;

/// <summary>Whether the program would start with these settings, asked of the very checks that the start makes.</summary>
internal static class FormCheck
{
    /// <summary>Of what belongs to no field.</summary>
    public const string Whole = "";

    /// <param name="settings">All settings the program would start with.</param>
    /// <param name="names">What people call each setting, by its key.</param>
    /// <returns>What is wrong, by the path of the field it stands beside.</returns>
    public static IReadOnlyDictionary<string, string> Wrong(ChannelForm form, IConfiguration settings, IReadOnlyDictionary<string, string> names)
    {
        SettingProblem[] problems = [.. SettingsCheck.Problems(settings).Where(problem => problem.Key.StartsWith(form.Section + ":", StringComparison.OrdinalIgnoreCase))];
        IEnumerable<(string Path, string Words)> wrong = problems.Length > 0
            ? problems.Select(problem => (names.ContainsKey(problem.Key) ? problem.Key[(form.Section.Length + 1)..] : Whole, problem.Allowed))
            : Failures(form, settings).Select(failure => Place(form, failure, names));
        return wrong.GroupBy(one => one.Path, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(each => each.Key, each => string.Join("；", each.Select(one => one.Words)) + "。", StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether there would be a channel at all.</summary>
    public static bool IsThere(ChannelForm form, IConfiguration settings) => Together(form, settings).Any(service => service.ServiceType == typeof(IChannel));

    private static IReadOnlyList<string> Failures(ChannelForm form, IConfiguration settings)
    {
        using ServiceProvider services = Together(form, settings).BuildServiceProvider();
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return [.. e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures)];
        }
    }

    private static ServiceCollection Together(ChannelForm form, IConfiguration settings)
    {
        ServiceCollection services = [];
        services.AddSingleton(settings).AddLogging();
        form.Register(services, settings);
        return services;
    }

    // beside the first setting it names; people do not know keys
    private static (string, string) Place(ChannelForm form, string failure, IReadOnlyDictionary<string, string> names)
    {
        string[] named = [.. names.Keys.Where(key => failure.Contains(key, StringComparison.OrdinalIgnoreCase)).OrderByDescending(key => key.Length)];
        string? first = named.MinBy(key => failure.IndexOf(key, StringComparison.OrdinalIgnoreCase));
        string words = failure;
        foreach (string key in named)
        {
            string said = $"“{names[key]}”";
            words = words.Replace($" {key} ", said, StringComparison.OrdinalIgnoreCase).Replace($"{key} ", said, StringComparison.OrdinalIgnoreCase)
                .Replace($" {key}", said, StringComparison.OrdinalIgnoreCase).Replace(key, said, StringComparison.OrdinalIgnoreCase);
        }
        return (first is null ? Whole : first[(form.Section.Length + 1)..], words);
    }
}
