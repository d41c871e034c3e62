using Microsoft.Extensions.Options;

namespace Bot.Tickets;

/// <summary>The hours of promises must be hours of one day, with the morning inside them.</summary>
internal sealed class TicketHoursCheck : IValidateOptions<TicketOptions>
{
    public ValidateOptionsResult Validate(string? name, TicketOptions options)
    {
        if (options.FromHour >= options.ToHour)
        {
            return ValidateOptionsResult.Fail($"Tickets:ToHour {options.ToHour} 须大于 Tickets:FromHour {options.FromHour}");
        }
        return options.MorningHour >= options.FromHour && options.MorningHour < options.ToHour
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Tickets:MorningHour {options.MorningHour} 须在 {options.FromHour} 到 {options.ToHour - 1} 之间");
    }
}
