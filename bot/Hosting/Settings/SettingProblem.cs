namespace Bot.Hosting.Settings;

/// <summary>A setting that is wrong.</summary>
/// <param name="Allowed">What it may be, for people, without its full stop.</param>
/// <param name="Line">All of it in one line, without secrets.</param>
internal sealed record SettingProblem(string Key, string Allowed, string Line);
