namespace ZStack.Simulation;

/// <summary>The Java version a simulated server runs on, which shows in its timestamps.</summary>
public enum ServerJavaVersion
{
    /// <summary>Java 8: <c>Nov 14, 2017 10:20:57 PM</c>. What ZStack's installer requires.</summary>
    Java8,

    /// <summary>Java 9 to 19: <c>Nov 14, 2017, 10:20:57 PM</c>.</summary>
    Java9,

    /// <summary>Java 20 and later: as before, with a narrow no-break space before AM or PM.</summary>
    Java20,
}
