namespace Bot.Grids;

/// <summary>The words of <see cref="Partner.Kind"/>.</summary>
public static class PartnerKinds
{
    public const string Property = "property";

    /// <summary>共建单位.</summary>
    public const string Partner = "partner";

    public static string Title(string kind) => kind == Property ? "物业" : "共建单位";
}
