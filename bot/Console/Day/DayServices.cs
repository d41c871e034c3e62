namespace Bot.Console.Day;

internal static class DayServices
{
    public static IServiceCollection AddDay(this IServiceCollection services) => services
        .AddSingleton<DayClock>().AddSingleton<MorningQuery>().AddSingleton<NoonQuery>().AddSingleton<ShiftQuery>().AddSingleton<HandOverShiftHandler>()
        .AddSingleton<ShiftDuty>().AddSingleton<CallBackQuery>();
}
