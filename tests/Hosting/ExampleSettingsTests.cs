using System.ComponentModel;
using System.Globalization;
using Bot.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Tests.Support;

namespace Tests.Hosting;

public sealed class ExampleSettingsTests
{
    private static readonly IConfigurationRoot Example =
        new ConfigurationBuilder().AddJsonFile(Repository.File("appsettings.example.json")).Build();

    [Fact]
    public void The_example_is_accepted_as_it_is() => SettingsCheck.Errors(Example).ShouldBeEmpty();

    [Fact]
    public void Every_setting_there_is_stands_in_the_example_with_its_default()
    {
        Dictionary<string, string?> expected = new() { ["Urls"] = Addresses.Default, ["Logging:LogLevel:Default"] = "Information" };
        foreach ((string section, Type type) in SettingsClasses.BySection)
        {
            foreach ((string key, string? value) in Defaults(section, Activator.CreateInstance(type)!)) { expected[key] = value; }
        }
        Dictionary<string, string?> written = Example.AsEnumerable()
            .Where(pair => !Example.GetSection(pair.Key).GetChildren().Any()).ToDictionary();
        written.Keys.Order().ShouldBe(expected.Keys.Order());
        foreach ((string key, string? value) in expected)
        {
            string? said = written[key] is { Length: > 0 } text ? text : null;
            string.Equals(said, value, StringComparison.OrdinalIgnoreCase).ShouldBeTrue($"{key}: the example says {said}, the code {value}");
        }
    }

    private static IEnumerable<(string Key, string? Value)> Defaults(string section, object options) =>
        SettingsClasses.Settable(options.GetType()).SelectMany(property =>
        {
            (string key, object? value) = ($"{section}:{property.Name}", property.GetValue(options));
            return value?.GetType() is { IsClass: true } type && type.Name.EndsWith("Options", StringComparison.Ordinal)
                ? Defaults(key, value)
                : [(key, value is null or System.Collections.ICollection { Count: 0 } ? null : TypeDescriptor.GetConverter(property.PropertyType).ConvertToString(null, CultureInfo.InvariantCulture, value))];
        });

    [Fact]
    public void Every_setting_is_explained()
    {
        string[] lines = File.ReadAllLines(Repository.File("appsettings.example.json"));
        for (int i = 0; i < lines.Length; i++)
        {
            bool opensGroup = lines[i].TrimEnd().EndsWith('{');
            if (lines[i].Contains("\": ", StringComparison.Ordinal) && !opensGroup)
            {
                // a comment may speak for the lines right below it
                string above = lines[..i].Reverse().TakeWhile(line => line.Trim().Length > 0 && !line.TrimEnd().EndsWith("},", StringComparison.Ordinal)).LastOrDefault(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal)) ?? "";
                above.ShouldNotBeEmpty($"line {i + 1}: {lines[i]}");
            }
        }
    }
}
