using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Notices;

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.HasKey(notice => notice.Number);
        builder.Property(notice => notice.Number).ValueGeneratedNever();
        builder.Property(notice => notice.Version).IsConcurrencyToken();
        builder.Ignore(notice => notice.HasPlan);
        builder.HasIndex(notice => notice.State);
    }
}

internal sealed class NoticeRunTable : IEntityTypeConfiguration<NoticeRun>
{
    public void Configure(EntityTypeBuilder<NoticeRun> builder)
    {
        builder.ToTable("notice_runs");
        builder.HasIndex(run => new { run.Notice, run.PlannedAt }).IsUnique();
        builder.HasIndex(run => run.PlannedAt);
    }
}
