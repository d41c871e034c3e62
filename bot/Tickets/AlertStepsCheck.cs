using Microsoft.Extensions.Options;

namespace Bot.Tickets;

/// <summary>Each step of the calls comes after the one before it.</summary>
internal sealed class AlertStepsCheck : IValidateOptions<AlertOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertOptions options) => options.CommunityAfter > options.BackupAfter
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Alerts:CommunityAfter {options.CommunityAfter} 须大于 Alerts:BackupAfter {options.BackupAfter}");
}
