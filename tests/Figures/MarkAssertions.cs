using Bot.Figures;

namespace Tests.Figures;

internal static class MarkAssertions
{
    public static void ShouldHaveFlag(this Marks marks, Marks wanted, string? why = null) => (marks & wanted).ShouldBe(wanted, why);

    public static void ShouldNotHaveFlag(this Marks marks, Marks unwanted, string? why = null) => (marks & unwanted).ShouldBe(Marks.None, why);
}
