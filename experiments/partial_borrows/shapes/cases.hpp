// SPDX-License-Identifier: BSL-1.0
// The designs and the programs that are asked about, by number: for the preprocessor of the shapes, and for
// the experiment that compiles them.
#pragma once

// The designs.
#define WHOLE_OBJECT 1  // whole_object.cpp: a ref_cell around the object, so one flag for all of it
#define REFERENCES 2    // references.cpp: functions take one reference for each field that they use
#define VIEWS 3         // views.cpp: functions take a view, and the caller splits the one view of the whole
#define COUNTED 4       // place.cpp: functions take a view, and a place<T> counts the loans of each field
#define ANALYSIS 5      // place.cpp: instead of counting, Clang's thread-safety analysis follows the loans

// Programs that are right.
#define THE_PROGRAM 1       // the shape's work, written as it comes to mind
#define TWO_READERS 2       // two loans to read one field at a time
#define ENDS_ONE_LOAN 3     // one field is given back and lent again, while another stays lent
#define TWO_ELEMENTS 4      // two elements of one array are written at a time
#define LOAN_IN_A_BRANCH 5  // a field is lent only if it is needed
#define SPLIT_FIELD 6       // after a refactoring one field is two; callers are as they were

// Programs that are wrong.
#define CHANGES_WHAT_IT_READS 11  // the container that is being read is changed
#define UNDECLARED_FIELD 12       // a function is edited to touch one more field
#define TWO_WRITERS 13            // two loans to write one field at a time
#define WRITES_WHAT_IT_READS 14   // a field that a function was given to read is written
#define WRONG_FIELD 15            // the neighbour of the same type is used
#define KEPT_TOO_LONG 16          // a loan is kept past the object's end
#define THROUGH_AN_ALIAS 17       // a second loan is made through another name of the object
#define KEPT_A_REFERENCE 18       // what was read through a loan is kept past it

// How a program exits whose result is not what it should be.
#define WRONG_RESULT 3
