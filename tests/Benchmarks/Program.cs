using Benchmarks;

// Run by hand: dotnet run -c Release --project tests/Benchmarks
await DurableIntake.RunAsync();
