using System.Net;
using Bot.Open311;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Tests.Tickets;

namespace Tests.Open311;

/// <summary>Whoever has no key may have as many addresses as they like.</summary>
public sealed class WithoutKeyTests
{
    [Theory]
    [InlineData("203.0.113.7", "address 203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "address 203.0.113.7")]
    [InlineData("2001:db8:1:2::1", "address 2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff:eeee:dddd:cccc", "address 2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "address 2001:db8:1:3::/64")]
    [InlineData("fe80::1%5", "address fe80::/64")]
    public void A_network_of_one_subscriber_is_one(string address, string origin) => Origin.Of(IPAddress.Parse(address)).ShouldBe(origin);

    [Fact]
    public void All_together_have_a_limit_and_a_key_has_its_own()
    {
        Open311Options options = new() { PerMinute = 3, PerMinuteWithoutKey = 4, Clients = { ["hotline"] = new ClientOptions { ApiKey = Open311Rig.Key } } };
        using Clients clients = new(Options.Create(options));
        bool[] one = [.. Enumerable.Range(0, 4).Select(_ => clients.MayAskWithoutKey("address 203.0.113.7"))];
        one.ShouldBe([true, true, true, false]);
        bool[] many = [.. Enumerable.Range(0, 3).Select(n => clients.MayAskWithoutKey($"address 2001:db8:1:{n}::/64"))];
        many.ShouldBe([true, false, false]);
        Client hotline = clients.Find(Open311Rig.Key)!;
        bool[] known = [.. Enumerable.Range(0, 4).Select(_ => clients.MayAsk(hotline))];
        known.ShouldBe([true, true, true, false]);
    }

    [Fact]
    public void A_page_is_smaller()
    {
        Client nobody = Client.Nobody("address 203.0.113.7"), hotline = new("hotline", "12345热线", Groups: null, Files: true);
        Read("", nobody).Filter!.PageSize.ShouldBe(100);
        Read("", hotline).Filter!.PageSize.ShouldBe(1000);
        Read("100", nobody).Filter!.PageSize.ShouldBe(100);
        Read("101", nobody).Failure!.Description.ShouldBe("page_size 须是 1 到 100");
        Read("1000", hotline).Filter!.PageSize.ShouldBe(1000);
    }

    private static (RequestFilter? Filter, Failure? Failure) Read(string size, Client client) =>
        RequestFilter.Read(new QueryCollection(new Dictionary<string, StringValues> { ["page_size"] = size }), client, Given.Clock, Given.Now);
}
