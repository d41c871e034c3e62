using Bot.Messaging.Receiving;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Tests.Messaging;

public sealed class OutageTests
{
    [Theory]
    [InlineData(5, true)]
    [InlineData(13, true)]
    [InlineData(19, false)]
    public void What_passes_by_itself_is_waited_for(int code, bool passes)
    {
        Outage.Is(new SqliteException("no", code)).ShouldBe(passes);
        Outage.Is(new DbUpdateException("no", new SqliteException("no", code))).ShouldBe(passes);
    }

    [Fact]
    public void A_full_disk_passes_and_a_message_that_breaks_by_itself_does_not()
    {
        Outage.Is(new IOException("no space left")).ShouldBeTrue();
        Outage.Is(new FormatException()).ShouldBeFalse();
    }
}
