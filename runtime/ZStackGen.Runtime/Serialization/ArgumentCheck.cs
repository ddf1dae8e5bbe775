using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;

namespace ZStack.Serialization;

/// <summary>
/// Checks arguments by the rules that a page states, as the server will (PROTOCOL.md §7.1), before anything is sent. The caller's values are not
/// changed. Does nothing where <see cref="ZStackClientOptions.ValidateArguments"/> is off.
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

    /// <summary>Checks a text with allowed values. The comparison is exact, as on the server.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value; null is not checked.</param>
    /// <param name="isKnown">Whether it is one of the allowed values.</param>
    /// <param name="allowed">The allowed values, for the message.</param>
    /// <exception cref="ArgumentException">The value is not allowed.</exception>
    public void Allowed(string name, string? value, bool? isKnown, string allowed)
    {
        if (value is not null && isKnown == false && !IsOff)
            throw NotAllowed(name, "'" + value + "'", allowed);
    }

    /// <summary>Checks each text of a list with allowed values.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="values">Its value; null is not checked.</param>
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

    /// <summary>Checks a number with allowed values.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value; null is not checked.</param>
    /// <param name="allowed">The allowed values.</param>
    /// <exception cref="ArgumentException">The value is not allowed.</exception>
    public void Allowed(string name, long? value, params long[] allowed)
    {
        if (value is { } number && !IsOff && Array.IndexOf(allowed, number) < 0)
            throw NotAllowed(name, number.ToString(CultureInfo.InvariantCulture), string.Join(", ", allowed));
    }

    /// <summary>Checks that a number lies between two bounds, which it may equal.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value; null is not checked.</param>
    /// <param name="minimum">The least allowed number.</param>
    /// <param name="maximum">The greatest allowed number.</param>
    /// <exception cref="ArgumentException">The value is outside.</exception>
    public void Range(string name, long? value, long minimum, long maximum)
    {
        if (value is { } number && !IsOff && (number < minimum || number > maximum))
            throw Broken(name, FormattableString.Invariant($"is {number}, {Bounds(minimum, maximum, long.MinValue, long.MaxValue)}"));
    }

    /// <summary>Checks how many characters (UTF-16 units, as Java counts) a text has.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value; null is not checked. The message does not show it.</param>
    /// <param name="minimum">The least length.</param>
    /// <param name="maximum">The greatest length.</param>
    /// <exception cref="ArgumentException">The text is too short or too long.</exception>
    public void Length(string name, string? value, int minimum, int maximum)
    {
        if (value is not null && !IsOff && (value.Length < minimum || value.Length > maximum))
            throw Broken(name, FormattableString.Invariant($"is {value.Length} characters long, {Bounds(minimum, maximum, 0, int.MaxValue)}"));
    }

    /// <summary>Checks that a list or map has an element.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="count">How many elements it has; null is not checked.</param>
    /// <exception cref="ArgumentException">It has none.</exception>
    public void NotEmpty(string name, int? count)
    {
        if (count == 0 && !IsOff)
            throw Broken(name, "is empty, but needs an element");
    }

    private static string Bounds(long minimum, long maximum, long least, long greatest)
    {
        if (minimum == least)
            return FormattableString.Invariant($"but at most {maximum} is allowed");
        if (maximum == greatest)
            return FormattableString.Invariant($"but at least {minimum} is needed");
        return FormattableString.Invariant($"but must be from {minimum} to {maximum}");
    }

    private ArgumentException NotAllowed(string name, string value, string allowed) => Broken(name, $"is {value}, which is none of the allowed: {allowed}");

    private ArgumentException Broken(string name, string what) => new(
        $"{_owner}: parameter '{name}' {what}. Where the server allows more than the page says, set ZStackClientOptions.ValidateArguments to false.", name);
}
