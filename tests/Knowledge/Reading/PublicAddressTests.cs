using System.Net;
using Knowledge.Reading.Web;

namespace Tests.Knowledge.Reading;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::7f00:1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("100::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("3fff::1")]
    public void Addresses_that_are_not_of_the_public_internet_are_refused(string address)
    {
        PublicAddresses.IsPublic(IPAddress.Parse(address)).ShouldBeFalse();
        PublicAddresses.Allows(new IPEndPoint(IPAddress.Parse(address), 443)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("114.114.114.114")]
    [InlineData("172.32.0.1")]
    [InlineData("223.5.5.5")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("2400:3200::1")]
    [InlineData("2606:4700::1111")]
    public void Others_are_read_at_the_ports_of_the_web(string address)
    {
        PublicAddresses.Allows(new IPEndPoint(IPAddress.Parse(address), 443)).ShouldBeTrue();
        PublicAddresses.Allows(new IPEndPoint(IPAddress.Parse(address), 80)).ShouldBeTrue();
        PublicAddresses.Allows(new IPEndPoint(IPAddress.Parse(address), 22)).ShouldBeFalse();
        PublicAddresses.Allows(new IPEndPoint(IPAddress.Parse(address), 6379)).ShouldBeFalse();
    }
}
