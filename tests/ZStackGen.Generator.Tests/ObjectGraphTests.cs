using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>The objects that the pipeline keeps between two runs.</summary>
public sealed class ObjectGraphTests
{
    [Fact]
    public void No_step_keeps_a_Roslyn_object()
    {
        CSharpParseOptions parse = GeneratorRun.Language(LanguageVersion.CSharp12);
        GeneratorDriver driver = GeneratorRun.Driver(SamplePages.Disks, new ProjectOptions(), parse).RunGenerators(GeneratorRun.Project(parse), TestContext.Current.CancellationToken);
        ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps = driver.GetRunResult().Results[0].TrackedSteps;
        int visited = 0;
        foreach (string step in Steps.All)
        {
            foreach ((object? value, _) in steps[step].SelectMany(run => run.Outputs))
                visited += value is null ? 0 : Walk(value, step);
        }

        Assert.True(visited > 100, "The walk saw only " + visited + " objects.");
    }

    /// <summary>In a cold build, the JIT compiles the compiler's generic steps anew for each value type.</summary>
    [Fact]
    public void Every_step_passes_on_reference_types()
    {
        CSharpParseOptions parse = GeneratorRun.Language(LanguageVersion.CSharp12);
        GeneratorDriver driver = GeneratorRun.Driver(SamplePages.Disks, new ProjectOptions(), parse).RunGenerators(GeneratorRun.Project(parse), TestContext.Current.CancellationToken);
        ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps = driver.GetRunResult().Results[0].TrackedSteps;
        var seen = new HashSet<IncrementalGeneratorRunStep>();
        var pending = new Stack<IncrementalGeneratorRunStep>(Steps.All.SelectMany(step => steps[step]));
        while (pending.TryPop(out IncrementalGeneratorRunStep? step))
        {
            if (!seen.Add(step))
                continue;
            foreach ((IncrementalGeneratorRunStep input, _) in step.Inputs)
                pending.Push(input);
            foreach (Type type in step.Outputs.Select(static output => output.Value?.GetType()).OfType<Type>())
                Assert.True(IsShared(type), $"{step.Name ?? "A step without a name"} passes on {type}.");
        }

        Assert.True(seen.Count > 20, $"Only {seen.Count} steps were found.");
    }

    /// <summary>Collecting yields an array, and combining a pair.</summary>
    private static bool IsShared(Type type) => !type.IsValueType
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) || type.GetGenericTypeDefinition() == typeof(ValueTuple<,>))
            && type.GetGenericArguments().All(static argument => !argument.IsValueType));

    private static int Walk(object root, string step)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<object>([root]);
        while (pending.TryPop(out object? value))
        {
            Type type = value.GetType();
            Assert.False(
                type.Namespace is { } name && (name == "Microsoft.CodeAnalysis" || name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)),
                step + " keeps a " + type.FullName);
            if (type.IsPrimitive || type.IsEnum || value is string or Type || (!type.IsValueType && !seen.Add(value)))
                continue;
            if (value is IEnumerable items && value is Array)
            {
                foreach (object? item in items)
                {
                    if (item is not null)
                        pending.Push(item);
                }

                continue;
            }

            for (Type? level = type; level is not null; level = level.BaseType)
            {
                foreach (FieldInfo field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (!field.FieldType.IsPointer && field.GetValue(value) is { } member)
                        pending.Push(member);
                }
            }
        }

        return seen.Count;
    }
}
