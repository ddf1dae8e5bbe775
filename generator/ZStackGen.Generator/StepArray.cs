using System;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator;

/// <summary>An array as an item of the pipeline. Compares by value.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="Items">The elements.</param>
internal sealed record StepArray<T>(EquatableArray<T> Items)
    where T : IEquatable<T>;
