namespace Bot.Grids.SignIn;

/// <summary>What a password must be: long enough, and not among the first that anybody would try.</summary>
internal static class PasswordRules
{
    public const int Longest = 128;
    private const int FewestSigns = 4;

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "password1", "password123", "passw0rd", "p@ssw0rd", "qwerty123", "qwertyuiop", "qwer1234", "1q2w3e4r", "1qaz2wsx", "qazwsxedc",
        "asdfghjkl", "asdf1234", "zxcvbnm123", "zxcvbnm1", "abc12345", "abcd1234", "abc123456", "a1234567", "a12345678", "a123456789", "aa123456",
        "aa12345678", "qq123456", "qq123456789", "woaini1314", "woaini520", "woaini123", "5201314520", "iloveyou", "iloveyou1", "admin123", "admin888",
        "admin1234", "administrator", "root1234", "test1234", "welcome1", "welcome123", "letmein123", "147258369", "123456aa", "123456abc", "1234qwer",
        "12345678a", "123456789a", "1234567890a", "asd123456", "zxc123456", "wang1234", "zhang123", "dragon123", "superman", "sunshine", "football",
        "shequ123", "wangge123", "wanggeyuan", "shequ12345", "wangge12345", "wuye1234", "wuye12345", "789456123", "159357258", "31415926", "20082008",
    };

    public static string? Refusal(string person, string? community, string password, string again, int shortest) => password switch
    {
        _ when password.Length < shortest => $"密码至少{shortest}位",
        { Length: > Longest } => $"密码不能超过{Longest}位",
        _ when password != again => "两次写的不一样",
        _ when Common.Contains(password) || IsRun(password) || password.Distinct().Count() < FewestSigns => "这个密码太容易被猜到，换一个，比如几个不相干的词",
        _ when Holds(password, person) || Holds(password, community) => "密码里不要有自己的名字或社区名",
        _ => null,
    };

    // 12345678, 87654321, abcdefgh
    private static bool IsRun(string password)
    {
        int[] steps = [.. password.Zip(password.Skip(1), (one, next) => next - one).Distinct()];
        return steps.All(step => step is 1 or -1 or -9 or 9) && steps.Length <= 2;
    }

    private static bool Holds(string password, string? name) => name is { Length: > 1 } && password.Contains(name, StringComparison.OrdinalIgnoreCase);
}
