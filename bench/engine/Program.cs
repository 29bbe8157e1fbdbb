using BenchmarkDotNet.Running;
using Stanch.Bench.Engine;

BenchmarkRunner.Run<BlobBenchmark>(args: args);
