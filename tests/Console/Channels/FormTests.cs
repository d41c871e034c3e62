using System.ComponentModel;
using Bot.Channels.BotFramework;
using Bot.Channels.DingTalk;
using Bot.Channels.Feishu;
using Bot.Channels.Http;
using Bot.Channels.WeCom;
using Bot.Hosting.Settings;
using Bot.Messaging.Forms;

namespace Tests.Console.Channels;

/// <summary>What the forms offer and what the options take belong together.</summary>
public sealed class FormTests
{
    private static readonly string[] SecretEnds = ["Secret", "Token", "AesKey", "EncryptKey"];
    private static readonly string[] AddressEnds = ["Api", "Url", "Gateway", "Metadata", "Issuer"];

    public static TheoryData<string> Names => [.. Forms.Select(form => form.Name)];

    private static ChannelForm[] Forms => [WeComForm.Form, DingTalkForm.Form, FeishuForm.Form, BotFrameworkForm.Form, HttpForm.Form];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_setting_of_a_channel_stands_in_its_form_and_nothing_else(string name)
    {
        ChannelForm form = Forms.Single(one => one.Name == name);
        Type options = SettingsClasses.BySection[form.Section];
        string[] fields = [.. form.Parts.SelectMany(part => part.Fields).Select(field => field.Key)];
        fields.Concat(form.Entries is { } entries ? [entries.Key] : []).Order(StringComparer.Ordinal)
            .ShouldBe(SettingsClasses.Settable(options).Select(property => property.Name).Order(StringComparer.Ordinal));
        if (form.Entries is not { Fields: [{ Key.Length: > 0 }, ..] } each) { return; }
        Type entry = options.GetProperty(each.Key)!.PropertyType.GetGenericArguments()[1];
        each.Fields.Select(field => field.Key).Order(StringComparer.Ordinal)
            .ShouldBe(SettingsClasses.Settable(entry).Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Secrets_are_secret_addresses_are_addresses_and_choices_are_what_the_options_take(string name)
    {
        ChannelForm form = Forms.Single(one => one.Name == name);
        foreach ((FormField field, string path) in form.Parts.SelectMany(part => part.Fields).Select(field => (field, field.Key))
            .Concat((form.Entries?.Fields ?? []).Select(field => (field, $"{form.Entries!.Key}:x:{field.Key}".TrimEnd(':')))))
        {
            bool named = SecretEnds.Any(word => path.EndsWith(word, StringComparison.Ordinal)) || path.StartsWith("Webhooks:", StringComparison.Ordinal);
            (field.Kind == FieldKind.Secret).ShouldBe(named, path);
            (field.Kind == FieldKind.Address).ShouldBe(AddressEnds.Any(word => path.EndsWith(word, StringComparison.Ordinal)), path);
            if (field.Kind == FieldKind.Choice)
            {
                field.Choices.Select(choice => choice.Value).ShouldContain(SettingDefaults.Of(form.Section, path), path);
            }
            if (field.Kind == FieldKind.Switch) { TypeDescriptor.GetConverter(typeof(bool)).ConvertFromInvariantString(SettingDefaults.Of(form.Section, path)!).ShouldBeOfType<bool>(path); }
        }
    }
}
