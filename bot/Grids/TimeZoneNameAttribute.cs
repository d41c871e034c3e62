using System.ComponentModel.DataAnnotations;

namespace Bot.Grids;

[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeZoneNameAttribute() : ValidationAttribute("须是 IANA 时区名，如 Asia/Shanghai")
{
    public override bool IsValid(object? value) =>
        value is string { Length: > 0 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);
}
