using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Bot.Hosting.Web;

/// <summary>A web server in front of this program, which alone may say who asks and under which address.</summary>
public sealed class ProxyOptions : IValidatableObject
{
    public const string Section = "Proxy";

    /// <summary>Its addresses, separated by commas: "127.0.0.1, 10.0.0.0/8"; null for none in front.</summary>
    public string? Addresses { get; set; }

    internal IEnumerable<string> Each => (Addresses ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Each
        .Where(one => !IPAddress.TryParse(one, out _) && !IPNetwork.TryParse(one, out _))
        .Select(one => new ValidationResult($"Proxy:Addresses 里的“{one}”须是 IP 地址或网段，如 10.0.0.0/8", [nameof(Addresses)]));
}
