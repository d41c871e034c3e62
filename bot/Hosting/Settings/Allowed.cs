using System.ComponentModel.DataAnnotations;

namespace Bot.Hosting.Settings;

/// <summary>Says in words what a setting may be.</summary>
internal static class Allowed
{
    public static string Describe(Type type, IReadOnlyList<ValidationAttribute> rules) =>
        string.Join("，", new[] { OfType(type) }.Concat(rules.Select(OfRule)).Where(text => text is not null).DefaultIfEmpty("不能为空"));

    private static string? OfType(Type type) => type switch
    {
        _ when type == typeof(bool) => "只能是 true 或 false",
        _ when type == typeof(int) || type == typeof(long) => "须是整数",
        _ when type == typeof(double) || type == typeof(float) || type == typeof(decimal) => "须是数字",
        _ when type == typeof(TimeSpan) => "须是时长，写作 时:分:秒，如 00:00:30",
        _ when type == typeof(TimeOnly) => "须是钟点，如 21:00",
        _ when type == typeof(Uri) => "须是网址",
        { IsEnum: true } => $"只能是 {string.Join("、", Enum.GetNames(type))}",
        _ => null,
    };

    private static string? OfRule(ValidationAttribute rule) => rule switch
    {
        { ErrorMessage: { } own } => own,
        RangeAttribute range => $"须在 {range.Minimum} 到 {range.Maximum} 之间",
        AllowedValuesAttribute values => $"只能是 {string.Join("、", values.Values)}",
        RequiredAttribute => "不能为空",
        StringLengthAttribute length => $"须是 {length.MinimumLength} 到 {length.MaximumLength} 个字",
        UrlAttribute => "须是 http:// 或 https:// 开头的网址",
        // a rule of our own says in its message what is allowed
        _ when rule.GetType().Assembly == typeof(Allowed).Assembly => rule.FormatErrorMessage(""),
        _ => null,
    };
}
