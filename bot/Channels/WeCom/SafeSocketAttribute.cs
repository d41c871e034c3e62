using System.ComponentModel.DataAnnotations;
using Bot.Storage;

namespace Bot.Channels.WeCom;

/// <summary>Residents' words and a secret travel there: unencrypted only inside the building.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SafeSocketAttribute() : ValidationAttribute("须是 wss:// 开头的网址；只有本机和内网可以用 ws://")
{
    private static readonly SafeAddressAttribute Web = new("");

    public override bool IsValid(object? value) => value is string address
        && (address.StartsWith("wss://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("ws://", StringComparison.OrdinalIgnoreCase))
        && Web.IsValid($"http{address[2..]}");
}
