namespace Bot.Audit;

/// <summary>Personal details as a page or an export shows them until somebody gives a reason: 王**, 138****5678, 330***…3510.</summary>
public static class Masked
{
    private const int PhoneLength = 11;

    public static string Name(string? name) => string.IsNullOrEmpty(name) ? "" : $"{name.EnumerateRunes().First()}**";

    public static string Number(string? number)
    {
        string digits = string.Concat((number ?? "").Where(char.IsLetterOrDigit));
        return digits.Length switch
        {
            0 => "",
            < 7 => "***",
            <= PhoneLength => $"{digits[..3]}****{digits[^4..]}",
            _ => $"{digits[..3]}***…{digits[^4..]}",
        };
    }
}
