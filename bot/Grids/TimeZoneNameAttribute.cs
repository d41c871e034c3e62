using System.ComponentModel.DataAnnotations;

namespace Bot.Grids;

[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeZoneNameAttribute() : ValidationAttribute("须是 IANA 时区名，如 Asia/Shanghai")
{
    /// <summary>Whether none may be named.</summary>
    public bool OrNone { get; set; }

    public override bool IsValid(object? value) => value is null or ""
        ? OrNone
        : value is string name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);
}
