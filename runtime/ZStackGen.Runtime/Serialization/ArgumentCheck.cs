using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;

namespace ZStack.Serialization;

/// <summary>
/// Validates arguments by the documented rules, as the server does (PROTOCOL.md §7.1), before a call is sent. The arguments are not changed. The
/// methods do nothing if <see cref="ZStackClientOptions.ValidateArguments"/> is false.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref partial struct ArgumentCheck
{
    private readonly ArgumentValidation? _validation;
    private readonly string _owner;

    internal ArgumentCheck(ArgumentValidation? validation, string owner)
    {
        _validation = validation;
        _owner = owner;
    }

    private bool IsOff => _validation is not { IsOn: true };

    /// <summary>Checks that a string is allowed. The comparison is case-sensitive, as on the server.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter; null is not checked.</param>
    /// <param name="isKnown">Whether the value is allowed.</param>
    /// <param name="allowed">The allowed values, for the message.</param>
    /// <exception cref="ArgumentException">The value is not allowed.</exception>
    public void Allowed(string name, string? value, bool? isKnown, string allowed)
    {
        if (value is not null && isKnown == false && !IsOff)
            throw NotAllowed(name, "'" + value + "'", allowed);
    }

    /// <summary>Checks that each string of a list is allowed.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The value of the parameter; null is not checked.</param>
    /// <param name="allowed">The allowed values.</param>
    /// <exception cref="ArgumentException">A value is not allowed.</exception>
    public void Allowed(string name, IReadOnlyList<string>? values, params string[] allowed)
    {
        if (values is null || IsOff)
            return;
        for (int i = 0; i < values.Count; i++)
            if (Array.IndexOf(allowed, values[i]) < 0)
                throw NotAllowed(name, $"'{values[i]}' at index {i}", string.Join(", ", allowed));
    }

    /// <summary>Checks that a number is allowed.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter; null is not checked.</param>
    /// <param name="allowed">The allowed values.</param>
    /// <exception cref="ArgumentException">The value is not allowed.</exception>
    public void Allowed(string name, long? value, params long[] allowed)
    {
        if (value is { } number && !IsOff && Array.IndexOf(allowed, number) < 0)
            throw NotAllowed(name, number.ToString(CultureInfo.InvariantCulture), string.Join(", ", allowed));
    }

    /// <summary>Checks that a number is within a range, including its bounds.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter; null is not checked.</param>
    /// <param name="minimum">The lower bound.</param>
    /// <param name="maximum">The upper bound.</param>
    /// <exception cref="ArgumentException">The value is out of range.</exception>
    public void Range(string name, long? value, long minimum, long maximum)
    {
        if (value is { } number && !IsOff && (number < minimum || number > maximum))
            throw Broken(name, FormattableString.Invariant($"is {number}, {Bounds(minimum, maximum, long.MinValue, long.MaxValue)}"));
    }

    /// <summary>Checks the length of a string, in UTF-16 code units as on the server.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter; null is not checked. The message does not contain it.</param>
    /// <param name="minimum">The minimum length.</param>
    /// <param name="maximum">The maximum length.</param>
    /// <exception cref="ArgumentException">The string is too short or too long.</exception>
    public void Length(string name, string? value, int minimum, int maximum)
    {
        if (value is not null && !IsOff && (value.Length < minimum || value.Length > maximum))
            throw Broken(name, FormattableString.Invariant($"is {value.Length} characters long, {Bounds(minimum, maximum, 0, int.MaxValue)}"));
    }

    /// <summary>Checks that a list or map is not empty.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="count">The number of elements; null is not checked.</param>
    /// <exception cref="ArgumentException">The list or map is empty.</exception>
    public void NotEmpty(string name, int? count)
    {
        if (count == 0 && !IsOff)
            throw Broken(name, "is empty, but must contain an element");
    }

    private static string Bounds(long minimum, long maximum, long least, long greatest)
    {
        if (minimum == least)
            return FormattableString.Invariant($"but must be at most {maximum}");
        if (maximum == greatest)
            return FormattableString.Invariant($"but must be at least {minimum}");
        return FormattableString.Invariant($"but must be from {minimum} to {maximum}");
    }

    private ArgumentException NotAllowed(string name, string value, string allowed) => Broken(name, $"is {value}, but must be one of: {allowed}");

    private ArgumentException Broken(string name, string problem) => new(
        $"{_owner}: parameter '{name}' {problem}. If the server allows more than the documentation page, set ZStackClientOptions.ValidateArguments to false.", name);
}
