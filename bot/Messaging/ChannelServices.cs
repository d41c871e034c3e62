using Microsoft.Extensions.Options;

namespace Bot.Messaging;

/// <summary>What every channel registers of itself.</summary>
internal static class ChannelServices
{
    public static IServiceCollection AddChannel<TChannel>(this IServiceCollection services) where TChannel : class, IChannel =>
        services.AddSingleton<TChannel>().AddSingleton<IChannel>(provider => provider.GetRequiredService<TChannel>());

    /// <summary>Its settings, checked when the program starts.</summary>
    public static IServiceCollection AddChannelOptions<TOptions, TCheck>(this IServiceCollection services, IConfigurationSection section)
        where TOptions : class where TCheck : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<IValidateOptions<TOptions>, TCheck>();
    }
}
