using Benchmarks;

// Run by hand: dotnet run -c Release --project tests/Benchmarks [-- classifier [labelled.tsv …]]
if (args is ["classifier", .. var sets])
{
    ClassifierBenchmark.Run(sets);
}
else
{
    await DurableIntake.RunAsync();
}
