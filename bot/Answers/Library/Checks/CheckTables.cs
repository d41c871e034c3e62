using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Answers.Library.Checks;

internal sealed class CheckTables :
    IEntityTypeConfiguration<CheckQuestion>, IEntityTypeConfiguration<QuestionRun>, IEntityTypeConfiguration<RunRow>,
    IEntityTypeConfiguration<ThresholdChange>
{
    public void Configure(EntityTypeBuilder<CheckQuestion> builder)
    {
        builder.ToTable("check_questions");
        builder.HasIndex(check => check.Document);
    }

    public void Configure(EntityTypeBuilder<QuestionRun> builder) => builder.ToTable("question_runs");

    public void Configure(EntityTypeBuilder<RunRow> builder)
    {
        builder.ToTable("question_run_rows");
        builder.HasIndex(row => row.Run);
    }

    public void Configure(EntityTypeBuilder<ThresholdChange> builder) => builder.ToTable("answer_thresholds");
}
